"""The queue of a plant, filled and watched from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from celery import Celery
from kombu.transport.redis import Channel

from measure.places import Document
from measure.plant import Plant
from worker.app import TASK, TASK_MANY, application
from worker.broker.lanes import BATCH, BULK, SINGLE, lengths
from worker.settings import Settings


@dataclass(frozen=True, slots=True)
class Queue:
    app: Celery
    channel: Channel

    @classmethod
    def of(cls, plant: Plant) -> Queue:
        app = application(Settings(redis_url=plant.redis_url, database_url=plant.database_url), "bench")
        return cls(app, app.connection_for_write().default_channel)

    def put(self, articles: Sequence[Document]) -> None:
        """Each in a message of its own."""
        received = datetime.now(UTC).isoformat()
        for article in articles:
            self.app.send_task(TASK, [article], {"received": received}, priority=SINGLE)

    def put_together(self, articles: Sequence[Document]) -> None:
        """In batches of bulk tasks."""
        received = datetime.now(UTC).isoformat()
        for first in range(0, len(articles), BATCH):
            self.app.send_task(TASK_MANY, [articles[first : first + BATCH]], {"received": received}, priority=BULK)

    def messages(self) -> int:
        """Those in a worker's hands included."""
        return int(sum(lengths(self.channel)) + self.channel.client.hlen(self.channel.unacked_key))
