"""A batch in smaller messages, which anybody may send twice: each article is the same article."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from celery import Celery

from worker.app import TASK, TASK_MANY
from worker.broker.lanes import BATCH, BULK, PIECE
from worker.ingestion import Delivery
from worker.observing import request_of


def split(app: Celery, task: str, deliveries: Sequence[Delivery]) -> None:
    """Sends each article of the batch by itself. Raises what the broker does."""
    for one in deliveries:
        told = {"received": one.received.isoformat()} | ({"id": one.id} if one.id else {})
        app.send_task(TASK, [one.given], told, priority=PIECE, task_id=_beside(one.request or request_of(task)))


def portion(app: Celery, task: str, deliveries: Sequence[Delivery]) -> None:
    """Sends batches of the usual size in place of one that is larger. Raises what the broker does."""
    for first in range(0, len(deliveries), BATCH):
        part = deliveries[first : first + BATCH]
        ids = [one.id for one in part if one.id]
        told = {"received": part[0].received.isoformat()} | ({"ids": ids} if ids else {})
        app.send_task(TASK_MANY, [[one.given for one in part]], told, priority=BULK, task_id=_beside(request_of(task)))


def _beside(request: str) -> str:
    """The id of another task that tells of the request."""
    return f"{request}.{uuid4().hex}"
