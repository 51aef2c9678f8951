"""The worker's Celery app, made worse: what it runs as when a test wants to see that something matters.

``DATELINE_WITHOUT`` names a setting that is taken back to Celery's default; ``POISON`` in an article's text kills
the process that reads it.
"""

from __future__ import annotations

import os
import signal
import sys

from celery import signals
from celery.app.defaults import NAMESPACES

from timeline.model import Article
from timeline.reading import read
from worker import ingestion
from worker.app import celery

POISON = "strychnine"
OPTIONS = {
    "visibility_timeout": 3600,
    "unacked_restore_interval": None,
    "unacked_restore_throttle": 10,
}
LIMITS = ("task_soft_time_limit", "task_time_limit")


def default(setting: str) -> object:
    """Celery's own value of a setting."""
    space, _, name = setting.partition("_")
    return NAMESPACES[space][name].default


def weaken(setting: str) -> None:
    if setting in OPTIONS:
        options = dict(celery.conf.broker_transport_options)
        value = OPTIONS[setting]
        options.pop(setting) if value is None else options.update({setting: value})
        celery.conf.broker_transport_options = options
    else:
        for name in LIMITS if setting in LIMITS else (setting,):
            celery.conf[name] = default(name)


def poisoned(*args: object, **kwargs: object) -> Article:
    article: Article = read(*args, **kwargs)  # type: ignore[arg-type]
    if POISON in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return article


if setting := os.environ.get("DATELINE_WITHOUT"):
    weaken(setting)
    print(f"Without {setting}", file=sys.stderr)


@signals.worker_process_init.connect
def _poison(**_: object) -> None:
    ingestion.read = poisoned
