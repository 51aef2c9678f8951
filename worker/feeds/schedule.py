"""The beat of the feeds. What is due stands in the store: any number of beats may look, and whoever is first takes it.

It runs by the timer of the worker's own loop. Celery's embedded beat would be one more process, which sleeps.
"""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime, timedelta
from functools import cache

from celery import bootsteps
from celery.beat import Scheduler
from celery.exceptions import WorkerShutdown
from celery.worker import state
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from timeline.store import Store, Unavailable, open_store
from worker.feeds.app import LOOK_SECONDS, POLL, celery, chosen

log = logging.getLogger(__name__)

_LEASE = timedelta(minutes=5)
"""A feed that was taken and of which nothing was heard is due again after so long."""
_AT_ONCE = 20


class DueFeeds(Scheduler):  # type: ignore[misc]
    """For Celery's beat."""

    def tick(self, *_: object, **__: object) -> float:
        """Has every feed polled that is due; the seconds until the next look."""
        try:
            now = datetime.now(UTC)
            for feed in _store().feeds.take(now, now + _LEASE, limit=_AT_ONCE):
                self.app.send_task(POLL, [feed.id])
        except (Unavailable, KombuError, RedisError) as fault:
            log.warning("Looking for feeds that are due has to wait: %s", fault)
        return LOOK_SECONDS


@cache
def _store() -> Store:
    """That of the main process: what polls is forked from it and has its own."""
    return open_store(chosen.database_url)


class Beat(bootsteps.StartStopStep):  # type: ignore[misc]
    """Looks from the worker's start to its stop; ends it when none was polled for long, if that is wanted."""

    requires = ("celery.worker.components:Timer",)

    def start(self, parent: bootsteps.StartStopStep) -> None:
        self.scheduler, self.busy, self.done = DueFeeds(parent.app), time.monotonic(), 0
        parent.timer.call_after(0, self.scheduler.tick)
        self.ticking = parent.timer.call_repeatedly(LOOK_SECONDS, self.tick)

    def tick(self) -> None:
        self.scheduler.tick()
        now, begun = time.monotonic(), sum(state.total_count.values())
        if begun != self.done or state.reserved_requests:
            self.busy, self.done = now, begun
        if 0 < chosen.feeds_linger < now - self.busy:
            log.info("No feed was polled for %d seconds: this worker ends", chosen.feeds_linger)
            raise WorkerShutdown(0)

    def stop(self, parent: bootsteps.StartStopStep) -> None:
        self.ticking.cancel()


celery.steps["worker"].add(Beat)
