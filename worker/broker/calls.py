"""What a call of a task must be like, and how a message tells it."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta

from kombu.utils.json import dumps

from worker.app import QUEUE, REFILE, REREAD, TASK, TASK_MANY

Json = dict[str, object]
_IDS = {TASK: "id", TASK_MANY: "ids"}
"""By task, the keyword with the ids that the API has told."""
_AHEAD = timedelta(minutes=5)


class Garbage(ValueError):
    """Calls no task of ours: ``args`` are the reason and the part of the message that is to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call of a task with only what a delivery needs.

    A sender's time limits, callbacks and chains would run in this worker, and what is held back for later
    (``eta``) is delivered again and again.
    """

    task: str
    id: str
    tag: str
    args: list[object]
    kwargs: Json
    retries: int = 0
    priority: int = 0
    redelivered: bool = False

    def message(self) -> Json:
        """The call as a protocol 2 message."""
        content: str = dumps([self.args, self.kwargs, {}])  # type: ignore[no-untyped-call]
        again = {"redelivered": True} if self.redelivered else {}
        return {
            "body": base64.b64encode(content.encode()).decode(),
            "content-type": "application/json",
            "content-encoding": "utf-8",
            "headers": {"lang": "py", "task": self.task, "id": self.id, "retries": self.retries, **again},
            "properties": self._properties(),
        }

    def _properties(self) -> Json:
        return {
            "correlation_id": self.id,
            "delivery_tag": self.tag,
            "delivery_info": {"exchange": "", "routing_key": QUEUE, "redelivered": self.redelivered},
            "body_encoding": "base64",
            "delivery_mode": 2,
            "priority": self.priority,
        }


def keywords(task: str, args: object, kwargs: object, now: datetime) -> Json:
    """Those of a sound call, its time of receipt among them, which is ``now`` where it names none. Raises Garbage."""
    content: Json = {"args": args, "kwargs": kwargs}
    if task == REREAD:
        return _on(args, kwargs, content)
    if task == REFILE:
        if args or kwargs:
            raise Garbage(f"{REFILE} takes no arguments.", content)
        return {}
    if task not in _IDS:
        raise Garbage(f"There is no task {task!r}; send it to {TASK!r}.", content)
    if not isinstance(args, list) or not isinstance(kwargs, dict):
        raise Garbage("Its arguments are not a list or its keywords not an object.", content)
    what = "the article" if task == TASK else "the list of articles"
    if len(args) != 1 or not kwargs.keys() <= {"received", _IDS[task]}:
        raise Garbage(f"{task} takes one argument, {what}, not {len(args)} and {sorted(kwargs)}.", content)
    if task == TASK_MANY and not isinstance(args[0], list):
        raise Garbage(f"{task} takes one argument, {what}.", content)
    if not _identified(kwargs.get(_IDS[task]), args[0] if task == TASK_MANY else None):
        raise Garbage("Its id is not 32 hexadecimal digits, or its ids are not as many as its articles.", content)
    moment = _received(kwargs.get("received"), now, known=_IDS[task] in kwargs)
    if moment is None:
        raise Garbage("Its time of receipt is not a past ISO 8601 time with an offset.", content)
    return kwargs | {"received": moment.isoformat()}


def _on(args: object, kwargs: object, content: Json) -> Json:
    """Of a call that goes on with a rereading: its number and its position."""
    known = isinstance(args, list) and len(args) == 2 and all(type(one) is int and 0 <= one < 2**63 for one in args)
    if not known or kwargs:
        raise Garbage(f"{REREAD} takes two arguments, the number of a rereading and a position.", content)
    return {}


def _identified(given: object, articles: list[object] | None) -> bool:
    if given is None or articles is None:
        return given is None or _is_id(given)
    return isinstance(given, list) and len(given) == len(articles) and all(map(_is_id, given))


def _is_id(given: object) -> bool:
    return isinstance(given, str) and len(given) == 32 and set(given) <= set("0123456789abcdef")


def _received(given: object, now: datetime, *, known: bool) -> datetime | None:
    """When it was accepted.

    ``None`` where it cannot be: no later version could ever replace one from the future, but for the API's, whose ids
    are ``known`` and which outbids what is stored.
    """
    try:
        moment = datetime.fromisoformat(str(given or now.isoformat()))
    except ValueError:
        return None
    return None if moment.tzinfo is None or (moment > now + _AHEAD and not known) else moment
