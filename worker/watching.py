"""A worker that is alive and takes nothing, though something waits, is brought back.

Celery over Redis has had several ways into that state, each after a connection was lost at a bad moment. This
looks at the state alone: whatever led to it, the consumer connects anew, and where that does not help either, the
worker ends, for its supervisor to start another.
"""

from __future__ import annotations

import logging

from celery import Celery
from celery.exceptions import WorkerShutdown
from celery.worker import state
from kombu.asynchronous import get_event_loop
from kombu.exceptions import KombuError
from redis.exceptions import ConnectionError as Disconnected
from redis.exceptions import RedisError

from worker.app import celery
from worker.broker.lanes import lengths
from worker.ticking import Ticking

log = logging.getLogger(__name__)

PATIENCE = 2
"""How many looks in a row may find nothing done before the consumer connects anew; as many again end the worker."""


class Watch(Ticking):
    done, idle = -1, 0

    def tick(self, app: Celery) -> None:
        """Counts the looks at which something waited, nothing was being read and nothing had been begun."""
        begun = sum(state.total_count.values())
        silent = begun == self.done and not state.active_requests and _waiting(app)
        self.done, self.idle = begun, self.idle + 1 if silent else 0
        if self.idle >= 2 * PATIENCE:
            log.critical("Nothing is taken from the queue after connecting anew either: this worker ends")
            raise WorkerShutdown(1)
        if self.idle == PATIENCE and (hub := get_event_loop()):
            log.error("Nothing is taken from the queue though articles wait: connecting anew")
            hub.call_soon(_reconnect)  # type: ignore[no-untyped-call]


def _waiting(app: Celery) -> bool:
    try:
        with app.pool.acquire(block=True, timeout=3) as connection:
            return any(lengths(connection.default_channel))
    except (RedisError, KombuError, OSError):
        return False


def _reconnect() -> None:
    raise Disconnected("given up by the watch")


celery.steps["worker"].add(Watch)
