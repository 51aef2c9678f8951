"""What every task does with its message: the store for it, and another attempt while that is away."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache

from billiard.exceptions import SoftTimeLimitExceeded
from celery import Task
from celery.exceptions import Reject
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from timeline.store import Store, Unavailable, open_store
from worker.app import chosen

log = logging.getLogger(__name__)


def came_before(task: Task) -> bool:
    """Whether the message was delivered before, to a process that was killed or that put it back."""
    return bool(task.request.retries or task.request.delivery_info.get("redelivered"))


@cache
def store() -> Store:
    """One a pool process, opened in it: connections do not survive a fork."""
    return open_store(chosen.database_url)


def stored(work: Callable[[], None]) -> None:
    """Does ``work``; while store or broker is away, the message goes back to the end of the queue, after a pause.

    The same message goes back, rather than a new one held for later as Celery's ``retry`` does: those pile up
    in the worker's memory and come twice once they outlive the visibility timeout.
    """
    try:
        work()
    except (Unavailable, KombuError, RedisError) as fault:
        part = "store" if isinstance(fault, Unavailable) else "broker"
        log.warning("The %s cannot be used, will try again: %s", part, fault)
        with suppress(SoftTimeLimitExceeded):
            time.sleep(random.uniform(1, 3))  # noqa: S311
        raise Reject(fault, requeue=True) from fault
