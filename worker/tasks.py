"""The tasks that take articles in, as Celery calls them; what they do is in `worker.ingestion`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from celery import Task
from celery.exceptions import Reject

from timeline.store import Unavailable
from worker import batches, ingestion
from worker.app import REFUSE, TASK, TASK_MANY, TOGETHER, celery, chosen
from worker.attempts import came_before, store, stored
from worker.broker.lanes import BATCH
from worker.deliveries import Waiting, batch, single, waiting
from worker.ingestion import Delivery
from worker.logs import fields
from worker.observing import ended, request_of
from worker.parting import portion, split

log = logging.getLogger(__name__)


def ingest(self: Task, article: object, received: str, id: str | None = None) -> None:  # noqa: A002
    """Reads an article and stores its events."""
    delivery = replace(single(article, received, id), again=came_before(self))
    stored(lambda: ended(delivery.received, ingestion.ingest(store(), delivery, chosen.zone)))


def ingest_many(self: Task, articles: list[object], received: str, ids: list[str] | None = None) -> None:
    """Reads several articles and stores their events.

    A batch that comes back (from a killed process, or from a store that was away) is taken apart, so that an
    article which kills or hangs stands for itself; so is one whose articles take too long together.
    """
    deliveries = batch(articles, received, ids)
    if came_before(self):
        stored(lambda: split(celery, self.request.id, deliveries))
    elif len(deliveries) > BATCH:
        stored(lambda: portion(celery, self.request.id, deliveries))
    else:
        stored(lambda: _read_together(deliveries, lambda: split(celery, self.request.id, deliveries)))


def ingest_together(calls: list[Waiting]) -> None:
    """Reads articles that waited together, each in a message of its own, and stores their events.

    Where they cannot be read together, each message is delivered once more, by itself.
    """
    log.info(
        "Articles of several requests are read together", extra=fields(requests=[request_of(id_) for id_, *_ in calls])
    )
    stored(lambda: _read_together(waiting(calls), _put_back))


def _put_back() -> None:
    raise Reject("They could not be read together.", requeue=True)


def _read_together(deliveries: list[Delivery], one_by_one: Callable[[], None]) -> None:
    try:
        states = batches.ingest_many(store(), deliveries, chosen.zone)
    except Unavailable:
        raise
    except Exception:
        log.warning("%d articles cannot be read together: one by one then", len(deliveries), exc_info=True)
        one_by_one()
        return
    for received, state in states:
        ended(received, state)


def refuse(content: object, reason: str, received: str) -> None:
    """Records a message that is no call of a task."""
    delivery = single(content, received)
    stored(lambda: ended(delivery.received, ingestion.fail(store(), delivery, reason)))


celery.task(ingest, name=TASK, bind=True)
celery.task(ingest_many, name=TASK_MANY, bind=True)
celery.task(ingest_together, name=TOGETHER, retry_on_worker_lost=False)
celery.task(refuse, name=REFUSE)
