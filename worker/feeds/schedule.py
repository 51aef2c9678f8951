"""The beat of the feeds. What is due stands in the store: any number of beats may look, and whoever is first takes it.

It runs by the timer of the worker's own loop. Celery's embedded beat would be one more process, which sleeps.
"""

from __future__ import annotations

import logging
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

from celery import Celery, bootsteps
from celery.beat import Scheduler
from celery.exceptions import WorkerShutdown
from celery.worker import state
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from timeline.store import Unavailable, open_store
from worker.feeds.app import LOOK_SECONDS, POLL, QUEUE, celery, chosen
from worker.ticking import Ticking

log = logging.getLogger(__name__)

AWAY = (KombuError, RedisError, OSError)
_LEASE = timedelta(minutes=5)
"""A feed that was taken and of which nothing was heard is due again after so long."""
_AT_ONCE = 20


class DueFeeds(Scheduler):  # type: ignore[misc]
    """For Celery's beat."""

    def tick(self, *_: object, **__: object) -> float:
        """Has every feed polled that is due; the seconds until the next look."""
        try:
            now = datetime.now(UTC)
            with closing(open_store(chosen.database_url)) as store:  # whose connection would not survive a fork
                taken = store.feeds.take(now, now + _LEASE, limit=_AT_ONCE)
            for feed in taken:
                self.app.send_task(POLL, [feed.id])
        except (Unavailable, *AWAY) as fault:
            log.warning("Looking for feeds that are due has to wait: %s", fault)
        return LOOK_SECONDS


class Beat(Ticking):
    """Looks at once and from then on; ends the worker when none was polled for long, if that is wanted."""

    seconds = LOOK_SECONDS

    def start(self, parent: bootsteps.StartStopStep) -> None:
        self.scheduler = DueFeeds(parent.app)
        self.busy, self.done = time.monotonic(), 0
        parent.timer.call_after(0, self.scheduler.tick)
        super().start(parent)

    def tick(self, app: Celery) -> None:
        self.scheduler.tick()
        now, begun = time.monotonic(), sum(state.total_count.values())
        if begun != self.done or state.reserved_requests:
            self.busy, self.done = now, begun
        if 0 < chosen.feeds_linger < now - self.busy and not _waiting(app):
            log.info("No feed was polled for %d seconds: this worker ends", chosen.feeds_linger)
            raise WorkerShutdown(0)


def _waiting(app: Celery) -> bool:
    """Whether a poll is in the queue, or may be."""
    try:
        with app.pool.acquire(block=True, timeout=3) as connection:
            return bool(connection.default_channel.client.llen(QUEUE))
    except AWAY:
        return True


celery.steps["worker"].add(Beat)
