"""The tasks that Celery calls; what they do is in `worker.ingestion`."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from functools import cache

from billiard.exceptions import SoftTimeLimitExceeded
from celery import signals
from celery.exceptions import Reject

from timeline.store import Store, Unavailable, open_store
from worker import ingestion
from worker.app import REFUSE, TASK, celery, chosen
from worker.ingestion import Delivery
from worker.observing import ended

log = logging.getLogger(__name__)


def ingest(article: object, received: str, id: str | None = None) -> None:  # noqa: A002
    """Reads an article and stores its events."""
    delivery = Delivery(given=article, received=datetime.fromisoformat(received), id=id)
    _stored(lambda: ended(delivery.received, ingestion.ingest(_store(), delivery, chosen.zone)))


def refuse(content: object, reason: str, received: str) -> None:
    """Records a message that is no call of a task."""
    delivery = Delivery(given=content, received=datetime.fromisoformat(received))
    _stored(lambda: ended(delivery.received, ingestion.fail(_store(), delivery, reason)))


celery.task(ingest, name=TASK)
celery.task(refuse, name=REFUSE)


@cache
def _store() -> Store:
    """One a pool process, opened in it: connections do not survive a fork."""
    return open_store(chosen.database_url)


def _stored(work: Callable[[], None]) -> None:
    """Does ``work``; while the store is away, the message goes back to the end of the queue, after a pause.

    The same message goes back, rather than a new one held for later as Celery's ``retry`` does: those pile up
    in the worker's memory and come twice once they outlive the visibility timeout.
    """
    try:
        work()
    except Unavailable as fault:
        log.warning("The store cannot be used, will try again: %s", fault)
        with suppress(SoftTimeLimitExceeded):
            time.sleep(random.uniform(1, 3))  # noqa: S311
        raise Reject(fault, requeue=True) from fault


def _record_lost(
    sender: object, task_id: str, exception: Exception, args: list[object], kwargs: dict[str, str], **_: object
) -> None:
    """Records an article whose process was killed, by its time limit or repeatedly by anything else.

    Runs in the main process then. Celery's log names the task by the same id.
    """
    delivery = Delivery(given=args[0], received=datetime.fromisoformat(kwargs["received"]), id=kwargs.get("id"))
    with closing(open_store(chosen.database_url)) as store:
        reason = f"Reading it ended with {type(exception).__name__}: {exception}"
        ended(delivery.received, ingestion.fail(store, delivery, reason, reference=task_id))


signals.task_failure.connect(_record_lost)
