"""The tasks that take articles in, as Celery calls them; what they do is in `worker.ingestion`."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from itertools import repeat

from celery import Task, signals

from timeline.store import Unavailable, open_store
from worker import batches, ingestion, rounds
from worker.app import REFILE, REFUSE, REREAD, TASK, TASK_MANY, celery, chosen
from worker.attempts import came_before, store, stored
from worker.broker.lanes import BATCH
from worker.ingestion import Delivery
from worker.observing import ended
from worker.parting import portion, split

log = logging.getLogger(__name__)


def ingest(self: Task, article: object, received: str, id: str | None = None) -> None:  # noqa: A002
    """Reads an article and stores its events."""
    delivery = Delivery(given=article, received=datetime.fromisoformat(received), id=id, again=came_before(self))
    stored(lambda: ended(delivery.received, ingestion.ingest(store(), delivery, chosen.zone)))


def ingest_many(self: Task, articles: list[object], received: str, ids: list[str] | None = None) -> None:
    """Reads several articles and stores their events.

    A batch that comes back (from a killed process, or from a store that was away) is taken apart, so that an
    article which kills or hangs stands for itself; so is one whose articles take too long together.
    """
    deliveries = _deliveries(articles, received, ids)
    if came_before(self):
        stored(lambda: split(celery, self.request.id, deliveries))
    elif len(deliveries) > BATCH:
        stored(lambda: portion(celery, self.request.id, deliveries))
    else:
        stored(lambda: _read_together(self.request.id, deliveries))


def _deliveries(articles: list[object], received: str, ids: list[str] | None = None) -> list[Delivery]:
    moment = datetime.fromisoformat(received)
    named: Iterable[str | None] = ids if ids is not None else repeat(None, len(articles))
    return [Delivery(given=article, received=moment, id=id_) for article, id_ in zip(articles, named, strict=True)]


def _read_together(task: str, deliveries: list[Delivery]) -> None:
    try:
        states = batches.ingest_many(store(), deliveries, chosen.zone)
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
    stored(lambda: ended(delivery.received, ingestion.fail(store(), delivery, reason)))


celery.task(ingest, name=TASK, bind=True)
celery.task(ingest_many, name=TASK_MANY, bind=True)
celery.task(refuse, name=REFUSE)


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
        rounds.pass_over(*args)  # type: ignore[arg-type]
        return
    if sender.name == TASK_MANY:
        split(celery, task_id, _deliveries(*args, **kwargs))  # type: ignore[arg-type]
        return
    delivery = Delivery(given=args[0], received=datetime.fromisoformat(kwargs["received"]), id=kwargs.get("id"))
    with closing(open_store(chosen.database_url)) as opened:
        reason = f"Reading it ended with {type(exception).__name__}: {exception}"
        ended(delivery.received, ingestion.fail(opened, delivery, reason, reference=task_id))


signals.task_failure.connect(_record_lost)
