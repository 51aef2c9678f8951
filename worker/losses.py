"""What becomes of articles whose process was lost, when Celery gives them up."""

from __future__ import annotations

import logging
from contextlib import closing

from celery import Task, signals

from timeline.store import open_store
from worker import ingestion, rounds
from worker.app import REFILE, REREAD, TASK_MANY, TOGETHER, celery, chosen
from worker.deliveries import batch, single, waiting
from worker.observing import ended
from worker.parting import split

log = logging.getLogger(__name__)
_SEVERAL = {TASK_MANY: batch, TOGETHER: waiting}


def _record_lost(
    sender: Task, task_id: str, exception: Exception, args: list[object], kwargs: dict[str, str], **_: object
) -> None:
    """Records an article whose process was killed, by its time limit or repeatedly by anything else.

    Runs in the main process then. Celery's log names the task by the same id. Several get a message each, to find
    out which of them it was.
    """
    if sender.name == REFILE:
        log.error("Filing articles anew ended with %s: %s", type(exception).__name__, exception)
        return
    if sender.name == REREAD:
        log.error("Reading articles again ended with %s: %s", type(exception).__name__, exception)
        rounds.pass_over(*args)  # type: ignore[arg-type]
        return
    if sender.name in _SEVERAL:
        split(celery, task_id, _SEVERAL[sender.name](*args, **kwargs))  # type: ignore[operator]
        return
    delivery = single(args[0], **kwargs)
    with closing(open_store(chosen.database_url)) as opened:
        reason = f"Reading it ended with {type(exception).__name__}: {exception}"
        ended(delivery.received, ingestion.fail(opened, delivery, reason, reference=task_id))


signals.task_failure.connect(_record_lost)
