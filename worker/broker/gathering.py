"""Articles that came one a message and wait together: one call, so that the store writes them together.

Each message stays noted by itself on the broker until all are done with. What goes wrong with the call puts each back,
to be delivered again and then alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from worker.app import TASK, TOGETHER
from worker.broker.calls import Call

MOST = 8
"""Articles of a call. An article written by itself takes the store half as long again; with more than eight it gains no
more."""
BYTES = 40_000
"""Of their messages, beyond which no further one is taken with them."""
SHARE = 8
"""Of so many messages that wait, one is taken: the others are for processes and workers that come next."""
_MARK = " "


def gathered(calls: Sequence[Call]) -> list[Call]:
    """The calls, those of articles that have not been tried before as one, in which they are in their order."""
    fresh = [call for call in calls if _is_fresh(call)]
    if len(fresh) < 2:
        return list(calls)
    return [_together(fresh), *(call for call in calls if not _is_fresh(call))]


def _is_fresh(call: Call) -> bool:
    return call.task == TASK and not (call.redelivered or call.retries)


def _together(calls: Sequence[Call]) -> Call:
    return Call(
        task=TOGETHER,
        id=str(uuid4()),
        tag=_MARK.join(call.tag for call in calls),
        args=[[[call.id, call.args[0], call.kwargs] for call in calls]],
        kwargs={},
    )


def tags(tag: str) -> list[str]:
    """Those of the messages that a call was made of."""
    return tag.split(_MARK)
