"""The API's side of the queue. Every call ends within a few seconds, whatever the broker does."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from structlog.contextvars import get_contextvars

from worker.settings import Settings

if TYPE_CHECKING:
    from celery import Celery

POOL_SECONDS = 3
FRESH_SECONDS = 1.0


class BrokerDown(Exception):
    """The broker cannot be reached or does not take messages."""


class QueueFull(Exception):
    """More articles wait than are allowed to."""


class Backlog(NamedTuple):
    """Messages that wait in the queue, those handed to workers that are not done with them, and articles that wait.

    Of those, a batch counts as full.
    """

    waiting: int
    taken: int
    articles: int


class Broker:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._measured = (float("-inf"), 0)
        self._sent = 0

    @cached_property
    def _celery(self) -> Celery:
        from worker.app import application

        return application(self._settings, "api")

    def send(self, article: dict[str, object], received: datetime, id_: str) -> None:
        """Returns once the broker has the article, in a task whose id begins with the request's. Raises BrokerDown."""
        from worker.app import TASK

        with _told():
            self._celery.send_task(TASK, [article], {"received": received.isoformat(), "id": id_}, task_id=_task_id())
        self._sent += 1

    def send_many(self, articles: Mapping[str, dict[str, object]], received: datetime) -> None:
        """All of them, by id, in one message, which single ones go before. As `send` otherwise."""
        from worker.app import TASK_MANY
        from worker.broker.lanes import BULK

        told = {"received": received.isoformat(), "ids": list(articles)}
        with _told():
            self._celery.send_task(TASK_MANY, [list(articles.values())], told, priority=BULK, task_id=_task_id())
        self._sent += len(articles)

    def send_rereading(self, number: int, position: int) -> None:
        """Goes on with a rereading from where it is; once too often does no harm. Raises BrokerDown."""
        from worker.app import REREAD
        from worker.broker.lanes import BULK

        with _told():
            self._celery.send_task(REREAD, [number, position], priority=BULK, task_id=_task_id())

    def send_refiling(self) -> None:
        """Goes on with filing articles anew; once too often does no harm. Raises BrokerDown."""
        from worker.app import REFILE
        from worker.broker.lanes import BULK

        with _told():
            self._celery.send_task(REFILE, priority=BULK, task_id=_task_id())

    def room(self, limit: int) -> int:
        """How many more articles may wait, where ``limit`` may. Raises QueueFull when none, and BrokerDown.

        Their number was measured within the last second; what was sent from here since then is added, what others
        sent is not.
        """
        at, waiting = self._measured
        if time.monotonic() - at > FRESH_SECONDS:
            at, waiting = self._measured = (time.monotonic(), self.backlog().articles)
            self._sent = 0
        if waiting + self._sent >= limit:
            raise QueueFull
        return limit - waiting - self._sent

    def backlog(self) -> Backlog:
        """Raises BrokerDown."""
        from worker.broker.lanes import BATCH, lengths

        with _told(), self._celery.pool.acquire(block=True, timeout=POOL_SECONDS) as connection:
            channel = connection.default_channel
            *others, batches = lengths(channel)
            waiting = sum(others) + batches
            return Backlog(waiting, channel.client.hlen(channel.unacked_key), waiting + batches * (BATCH - 1))


def reached(broker: Broker) -> Backlog | None:
    """The backlog, unless nobody can tell it."""
    try:
        return broker.backlog()
    except BrokerDown:
        return None


def _task_id() -> str:
    """Tells the worker's log which request an article came with."""
    return f"{get_contextvars().get('request', 'none')}.{uuid4().hex}"


@contextmanager
def _told() -> Iterator[None]:
    from kombu.exceptions import KombuError
    from redis.exceptions import RedisError

    try:
        yield
    except (KombuError, RedisError, OSError) as fault:
        raise BrokerDown(f"{type(fault).__name__}: {fault}") from fault
