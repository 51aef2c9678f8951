"""What was accepted and never came to an end is sent again, once its message can be nowhere any more.

A message is gone when the broker lost its memory, or when somebody emptied it. Sending again too early is
harmless, as every delivery gives the state of one; so this may guess, and it guesses late.
"""

from __future__ import annotations

import base64
import logging
from contextlib import closing
from datetime import UTC, datetime, timedelta

from celery import Celery, bootsteps
from kombu.exceptions import KombuError
from kombu.utils.json import loads
from redis import Redis
from redis.exceptions import RedisError

from timeline.store import Entry, Unavailable, open_store
from worker.app import QUEUE, TASK, celery, chosen, visibility_timeout
from worker.settings import Settings

log = logging.getLogger(__name__)

_AT_ONCE = 500
"""How many are sent again in one sweep: it runs in the worker's main process, which must soon go on."""
_AGAIN = 3600
"""Seconds before the same article is sent a second time."""
_PREFIX = "dateline:sweep"


class Sweeper(bootsteps.StartStopStep):  # type: ignore[misc]
    """The worker's clock for sweeps. However many workers there are, one of them sweeps at a time."""

    requires = ("celery.worker.components:Timer",)

    def start(self, parent: bootsteps.StartStopStep) -> None:
        self.ticking = parent.timer.call_repeatedly(interval(chosen), sweep, (parent.app, chosen))

    def stop(self, parent: bootsteps.StartStopStep) -> None:
        self.ticking.cancel()


def interval(settings: Settings) -> int:
    """Seconds from one sweep to the next."""
    return max(1, min(30, settings.time_limit // 2))


def patience(settings: Settings) -> timedelta:
    """How long an article may take while nothing waits: twice the time after which it is delivered again."""
    return timedelta(seconds=2 * visibility_timeout(settings.time_limit))


def sweep(app: Celery, settings: Settings) -> None:
    """Sends lost articles again; without broker or store there is another time."""
    try:
        with app.pool.acquire(block=True, timeout=3) as connection:
            client: Redis = connection.default_channel.client
            if client.set(f"{_PREFIX}:turn", "taken", nx=True, ex=interval(settings)):
                _send_again(app, client, _lost(client, settings))
    except (Unavailable, RedisError, KombuError, OSError) as fault:
        log.warning("Looking for lost articles has to wait: %s", fault)


def _lost(client: Redis, settings: Settings) -> tuple[Entry, ...]:
    """Accepted long before anything that still waits in the queue, or, as a clock set back has it, yet to come."""
    now, waiting, enough = datetime.now(UTC), _oldest_waiting(client), patience(settings)
    with closing(open_store(settings.database_url)) as store:
        lost = store.unfinished(before=min(now, waiting) - enough, limit=_AT_ONCE)
        if lost or waiting > now + enough:
            return lost
        return store.unfinished(after=now + enough, limit=_AT_ONCE)


def _oldest_waiting(client: Redis) -> datetime:
    """When the message was accepted that comes out of the queue next; now where there is none that says so."""
    try:
        message = loads(client.lindex(QUEUE, -1) or b"{}")  # type: ignore[no-untyped-call]
        _, keywords, _ = loads(base64.b64decode(message["body"]))  # type: ignore[no-untyped-call]
        return datetime.fromisoformat(keywords["received"]).astimezone(UTC)
    except (ValueError, TypeError, LookupError, RecursionError):
        return datetime.now(UTC)


def _send_again(app: Celery, client: Redis, lost: tuple[Entry, ...]) -> None:
    for entry in lost:
        if not client.exists(sent := f"{_PREFIX}:again:{entry.id}"):
            log.warning("Article %s was accepted at %s and never finished: sent again", entry.id, entry.received)
            app.send_task(TASK, [entry.submission], {"received": entry.received.isoformat(), "id": entry.id})
            client.set(sent, "yes", ex=_AGAIN)


celery.steps["worker"].add(Sweeper)
