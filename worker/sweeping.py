"""What was accepted and never came to an end is sent again, once its message can be nowhere any more.

A message is gone when the broker lost its memory, or when somebody emptied it. Sending again too early is
harmless, as every delivery gives the state of one; so this may guess, and it guesses late.
"""

from __future__ import annotations

import base64
import logging
from contextlib import closing
from datetime import UTC, datetime, timedelta

from celery import Celery
from kombu.exceptions import KombuError
from kombu.transport.redis import Channel
from kombu.utils.json import loads
from redis import Redis
from redis.exceptions import RedisError

from timeline.store import Entry, Unavailable, open_store
from worker.app import REFILE, TASK, celery, chosen, visibility_timeout
from worker.broker.lanes import BULK, lanes
from worker.settings import Settings
from worker.ticking import Ticking, interval

log = logging.getLogger(__name__)

_AT_ONCE = 500
"""How many are sent again in one sweep: it runs in the worker's main process, which must soon go on."""
_AGAIN = 3600
"""Seconds before the same article is sent a second time."""
_REFILING = 60
"""As many before articles go on being filed anew, should nobody do it."""
_PREFIX = "dateline:sweep"


class Sweeper(Ticking):
    """However many workers there are, one of them sweeps at a time."""

    def tick(self, app: Celery) -> None:
        sweep(app, chosen)


def patience(settings: Settings) -> timedelta:
    """How long an article may take while nothing waits: twice the time after which it is delivered again."""
    return timedelta(seconds=2 * visibility_timeout(settings.time_limit))


def sweep(app: Celery, settings: Settings) -> None:
    """Sends lost articles again; without broker or store there is another time."""
    try:
        with app.pool.acquire(block=True, timeout=3) as connection:
            channel: Channel = connection.default_channel
            client: Redis = channel.client
            if client.set(f"{_PREFIX}:turn", "taken", nx=True, ex=interval(settings)):
                _send_again(app, client, _lost(channel, settings))
                _refile(app, client, settings)
    except (Unavailable, RedisError, KombuError, OSError) as fault:
        log.warning("Looking for lost articles has to wait: %s", fault)


def _lost(channel: Channel, settings: Settings) -> tuple[Entry, ...]:
    """Accepted long before anything that still waits in the queue, or, as a clock set back has it, yet to come."""
    now, enough = datetime.now(UTC), patience(settings)
    waiting = [_accepted(channel.client.lindex(lane, -1)) for lane in lanes(channel)]
    with closing(open_store(settings.database_url)) as store:
        lost = store.unfinished(before=min(now, *waiting) - enough, limit=_AT_ONCE)
        if lost or max(waiting) > now + enough:
            return lost
        return store.unfinished(after=now + enough, limit=_AT_ONCE)


def _accepted(message: bytes | None) -> datetime:
    """When a message was accepted, which is the oldest of its lane; now where there is none that says so."""
    try:
        _, keywords, _ = loads(base64.b64decode(loads(message or b"{}")["body"]))  # type: ignore[no-untyped-call]
        return datetime.fromisoformat(keywords["received"]).astimezone(UTC)
    except (ValueError, TypeError, LookupError, RecursionError):
        return datetime.now(UTC)


def _send_again(app: Celery, client: Redis, lost: tuple[Entry, ...]) -> None:
    for entry in lost:
        if not client.exists(sent := f"{_PREFIX}:again:{entry.id}"):
            log.warning("Article %s was accepted at %s and never finished: sent again", entry.id, entry.received)
            app.send_task(TASK, [entry.submission], {"received": entry.received.isoformat(), "id": entry.id})
            client.set(sent, "yes", ex=_AGAIN)


def _refile(app: Celery, client: Redis, settings: Settings) -> None:
    """Where filing articles anew has come to a halt; a message too many finds nothing to do."""
    with closing(open_store(settings.database_url)) as store:
        if store.catalogue.unsettled() and client.set(f"{_PREFIX}:refiling", "sent", nx=True, ex=_REFILING):
            app.send_task(REFILE, priority=BULK)


celery.steps["worker"].add(Sweeper)
