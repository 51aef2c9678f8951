"""The tasks that Celery calls; what they do is in `worker.ingestion`."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime
from functools import cache
from itertools import repeat

from billiard.exceptions import SoftTimeLimitExceeded
from celery import Task, signals
from celery.exceptions import Reject
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from timeline.store import Rereading, Store, Unavailable, open_store
from worker import batches, ingestion, refiling, rereading
from worker.app import REFILE, REFUSE, REREAD, TASK, TASK_MANY, celery, chosen
from worker.ingestion import Delivery
from worker.lanes import BATCH, BULK
from worker.observing import ended
from worker.parting import portion, split

log = logging.getLogger(__name__)


def ingest(self: Task, article: object, received: str, id: str | None = None) -> None:  # noqa: A002
    """Reads an article and stores its events."""
    delivery = Delivery(given=article, received=datetime.fromisoformat(received), id=id, again=_came_before(self))
    _stored(lambda: ended(delivery.received, ingestion.ingest(_store(), delivery, chosen.zone)))


def ingest_many(self: Task, articles: list[object], received: str, ids: list[str] | None = None) -> None:
    """Reads several articles and stores their events.

    A batch that comes back (from a killed process, or from a store that was away) is taken apart, so that an
    article which kills or hangs stands for itself; so is one whose articles take too long together.
    """
    deliveries = _deliveries(articles, received, ids)
    if _came_before(self):
        _stored(lambda: split(celery, self.request.id, deliveries))
    elif len(deliveries) > BATCH:
        _stored(lambda: portion(celery, self.request.id, deliveries))
    else:
        _stored(lambda: _read_together(self.request.id, deliveries))


def _came_before(task: Task) -> bool:
    return bool(task.request.retries or task.request.delivery_info.get("redelivered"))


def _deliveries(articles: list[object], received: str, ids: list[str] | None = None) -> list[Delivery]:
    moment = datetime.fromisoformat(received)
    named: Iterable[str | None] = ids if ids is not None else repeat(None, len(articles))
    return [Delivery(given=article, received=moment, id=id_) for article, id_ in zip(articles, named, strict=True)]


def _read_together(task: str, deliveries: list[Delivery]) -> None:
    try:
        states = batches.ingest_many(_store(), deliveries, chosen.zone)
    except Unavailable:
        raise
    except Exception:
        log.warning("A batch of %d articles cannot be read together: one by one then", len(deliveries), exc_info=True)
        split(celery, task, deliveries)
        return
    for state in states:
        ended(deliveries[0].received, state)


def refuse(content: object, reason: str, received: str) -> None:
    """Records a message that is no call of a task."""
    delivery = Delivery(given=content, received=datetime.fromisoformat(received))
    _stored(lambda: ended(delivery.received, ingestion.fail(_store(), delivery, reason)))


def reread(self: Task, number: int, position: int) -> None:
    """Reads some stored articles again and sends a message for those after them.

    After a crash one at a time, so that one which kills its reader stands for itself.
    """
    _stored(lambda: _read_on(number, position, crashed=_came_before(self)))


def _read_on(number: int, position: int, *, crashed: bool) -> None:
    store = _store()
    found = rereading.advanced(store, number, position, chosen.zone, 1 if crashed else rereading.AT_ONCE)
    if found is None and crashed:  # perhaps between the store's commit and the next message
        found = store.rereadings.find(number)
    _send_on(found)


def _send_on(found: Rereading | None) -> None:
    if found is not None and found.ended is None:
        celery.send_task(REREAD, [found.id, found.position], priority=BULK)


def refile() -> None:
    """Files some articles anew, as changed topics ask for, and sends a message for the rest."""
    _stored(_refile_on)


def _refile_on() -> None:
    if refiling.refiled(_store()):
        celery.send_task(REFILE, priority=BULK)


celery.task(ingest, name=TASK, bind=True)
celery.task(refile, name=REFILE)
celery.task(reread, name=REREAD, bind=True)
celery.task(ingest_many, name=TASK_MANY, bind=True)
celery.task(refuse, name=REFUSE)


@cache
def _store() -> Store:
    """One a pool process, opened in it: connections do not survive a fork."""
    return open_store(chosen.database_url)


def _stored(work: Callable[[], None]) -> None:
    """Does ``work``; while store or broker is away, the message goes back to the end of the queue, after a pause.

    The same message goes back, rather than a new one held for later as Celery's ``retry`` does: those pile up
    in the worker's memory and come twice once they outlive the visibility timeout.
    """
    try:
        work()
    except (Unavailable, KombuError, RedisError) as fault:
        part = "store" if isinstance(fault, Unavailable) else "broker"
        log.warning("The %s cannot be used, will try again: %s", part, fault)
        with suppress(SoftTimeLimitExceeded):
            time.sleep(random.uniform(1, 3))  # noqa: S311
        raise Reject(fault, requeue=True) from fault


def _record_lost(
    sender: Task, task_id: str, exception: Exception, args: list[object], kwargs: dict[str, str], **_: object
) -> None:
    """Records an article whose process was killed, by its time limit or repeatedly by anything else.

    Runs in the main process then. Celery's log names the task by the same id. Those of a batch get a message each,
    to find out which of them it was.
    """
    if sender.name == REFILE:
        log.error("Filing articles anew ended with %s: %s", type(exception).__name__, exception)
        return
    if sender.name == REREAD:
        log.error("Reading articles again ended with %s: %s", type(exception).__name__, exception)
        with closing(open_store(chosen.database_url)) as store:
            _send_on(rereading.skipped(store, *args))  # type: ignore[arg-type]
        return
    if sender.name == TASK_MANY:
        split(celery, task_id, _deliveries(*args, **kwargs))  # type: ignore[arg-type]
        return
    delivery = Delivery(given=args[0], received=datetime.fromisoformat(kwargs["received"]), id=kwargs.get("id"))
    with closing(open_store(chosen.database_url)) as store:
        reason = f"Reading it ended with {type(exception).__name__}: {exception}"
        ended(delivery.received, ingestion.fail(store, delivery, reason, reference=task_id))


signals.task_failure.connect(_record_lost)
