"""The Celery application that polls feeds: a beat and a pool of their own.

A feed's server may take its time, and the processes that read articles have none to wait.
"""

from __future__ import annotations

import os

from celery import Celery

from worker.app import connection, economy, transport
from worker.settings import Settings, settings

QUEUE = "dateline-feeds"
LOOK, POLL = "dateline.feeds.look", "dateline.feeds.poll"
LOOK_SECONDS = 5
POLL_SECONDS = 50


def application(chosen: Settings) -> Celery:
    app = Celery("dateline-feeds", broker=chosen.redis_url, include=["worker.feeds.tasks"], set_as_current=False)
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
        # What is due stands in the store, not in a file of the scheduler's own: any number of beats may look.
        beat_scheduler="celery.beat:Scheduler",
        beat_max_loop_interval=LOOK_SECONDS,
        beat_schedule={
            "look": {"task": LOOK, "schedule": LOOK_SECONDS, "options": {"expires": LOOK_SECONDS}},
        },
    )
    return app


chosen = settings(os.environ)
celery = application(chosen)
