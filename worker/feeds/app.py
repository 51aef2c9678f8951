"""The Celery application that polls feeds: a beat and a pool of their own.

A feed's server may take its time, and the processes that read articles have none to wait.
"""

from __future__ import annotations

import os

from celery import Celery

from worker.app import connection, economy, transport
from worker.settings import Settings, settings

QUEUE = "dateline-feeds"
POLL = "dateline.feeds.poll"
LOOK_SECONDS = 5
POLL_SECONDS = 50


def application(chosen: Settings) -> Celery:
    parts = ["worker.feeds.tasks", "worker.feeds.schedule"]
    app = Celery("dateline-feeds", broker=chosen.redis_url, include=parts, set_as_current=False)
    app.conf.update(**connection(), **economy())
    app.conf.broker_transport_options = transport(POLL_SECONDS, "feeds")
    app.conf.update(
        task_serializer="json",
        accept_content=["json"],
        task_default_queue=QUEUE,
        # As many feeds at once. A poll that is lost comes due again, and one that hangs, or reads for ever, is ended.
        worker_concurrency=2,
        worker_prefetch_multiplier=1,
        task_soft_time_limit=POLL_SECONDS,
        task_time_limit=POLL_SECONDS + 10,
        beat_scheduler="worker.feeds.schedule:DueFeeds",
        beat_max_loop_interval=LOOK_SECONDS,
    )
    return app


chosen = settings(os.environ)
celery = application(chosen)
