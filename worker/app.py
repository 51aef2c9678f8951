"""The Celery application: one queue with a few lanes, nothing lost.

An article may be delivered more than once (a crash, a lost connection). The store makes that harmless, so
every choice below prefers delivering again to losing.
"""

from __future__ import annotations

import os
import socket

from celery import Celery

from worker.settings import Settings, settings

TASK = "dateline.ingest"
TASK_MANY = "dateline.ingest_many"
REREAD = "dateline.reread"
REFILE = "dateline.refile"
# Called by the worker alone, of what it took from the queue: calls of TASK that waited together, and what is no call.
TOGETHER = "dateline.ingest_together"
REFUSE = "dateline.refuse"
QUEUE = "celery"  # the default of every Celery client, so that a plain one reaches us unconfigured


def application(chosen: Settings, role: str) -> Celery:
    """A Celery app for ``role`` ("worker" or "api"), which names its connections on the broker."""
    parts = [
        f"worker.{name}"
        for name in ("tasks", "losses", "forking", "observing", "sweeping", "watching", "feeds.calling")
    ]
    app = Celery("dateline", broker=chosen.redis_url, include=parts)
    app.conf.update(_delivery(chosen.time_limit), **connection(), **economy())
    app.conf.broker_transport = "worker.broker.transport:Transport"
    app.conf.broker_transport_options = transport(chosen.time_limit, role)
    return app


def _delivery(limit: int) -> dict[str, object]:
    return {
        # A killed worker's articles stay on the broker.
        "task_acks_late": True,
        # So do a killed pool process's: acks_late alone loses them. An article that always kills is given up
        # after three times; the second setting serves when sending the retry fails.
        "task_retry_on_worker_lost": True,
        "task_reject_on_worker_lost": True,
        # One in hand while one is read; more would wait here while another worker is idle.
        "worker_prefetch_multiplier": 2,
        "worker_pool": "worker.pool:TaskPool",
        # The soft limit ends the reading of an article, which is then recorded as failed; the hard one ends
        # code that does not heed it.
        "task_soft_time_limit": limit,
        "task_time_limit": limit + max(limit // 4, 1),
        # Told to stop at once, a worker still finishes what takes a moment.
        "worker_soft_shutdown_timeout": 2.0,
        # A pickle on the queue would run its sender's code.
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_default_queue": QUEUE,
    }


def connection() -> dict[str, object]:
    return {
        # Broker and worker may start in any order.
        "broker_connection_retry_on_startup": True,
        # The default gives up after 100 attempts and leaves a worker that does nothing.
        "broker_connection_max_retries": None,
        "broker_connection_timeout": 4,
        # A worker that came back takes as much work as before: what it does twice is harmless.
        "worker_enable_prefetch_count_reduction": False,
        "worker_cancel_long_running_tasks_on_connection_loss": False,
        # A publisher has somebody waiting: one more attempt for a pooled connection gone stale, no pauses.
        "broker_pool_acquire_timeout": 3,
        "task_publish_retry": True,
        "task_publish_retry_policy": {"max_retries": 1, "interval_start": 0, "interval_max": 0},
    }


def economy() -> dict[str, object]:
    return {
        # The store keeps the state; a result backend would cost 0.55 ms a task.
        "task_ignore_result": True,
        # Nobody sends commands, and their pub/sub connection is one more that can go stale.
        "worker_enable_remote_control": False,
        # Date parsers' caches grow with every article: pool processes are replaced (size in KiB).
        "worker_max_tasks_per_child": 2000,
        "worker_max_memory_per_child": 600_000,
    }


def visibility_timeout(limit: int) -> int:
    """Seconds, longer than the hard limit: what was unacknowledged for so long belonged to a worker that is gone."""
    return limit + max(limit // 2, 2)


def transport(limit: int, role: str) -> dict[str, object]:
    return {
        "visibility_timeout": visibility_timeout(limit),
        # Look for such articles every 5 seconds, at every look and not at every tenth.
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        # Without timeouts and a last attempt a command waits for ever on a broker that vanished.
        "socket_connect_timeout": 2,
        "socket_timeout": 3,
        "max_retries": 1,
        "interval_start": 0,
        "interval_max": 0,
        "socket_keepalive": True,
        # A waiting connection without an answer for so long is made anew: a worker does not fall silent.
        "health_check_interval": 10,
        "client_name": f"dateline-{role}@{socket.gethostname()}:{os.getpid()}",
    }


chosen = settings(os.environ)
celery = application(chosen, "worker")
