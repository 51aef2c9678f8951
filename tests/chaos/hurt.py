"""The worker's Celery app, made worse: what it runs as when a test wants to see that something matters.

``DATELINE_WITHOUT`` names a setting that is taken back to Celery's default, or nothing. The sweeper and the
watch are off then, as they would make up for most of them, later. ``POISON`` in an article's text kills the process
that reads it. Its clock is that of `clock`.
"""

from __future__ import annotations

import math
import os
import signal
import sys

import clock  # noqa: F401  # before whatever may look at it
from celery import signals
from celery.app.defaults import NAMESPACES

from timeline.model import Article
from timeline.reading import read
from worker import ingestion
from worker.app import celery
from worker.broker import transport
from worker.broker.channel import Channel
from worker.sweeping import Sweeper
from worker.watching import Watch

POISON = "strychnine"
UNTOUCHED, DEAF = "nothing", "hearing"
TOGETHER = {
    "time_limits": ("task_soft_time_limit", "task_time_limit"),
    "prompt_restore": ("unacked_restore_interval", "unacked_restore_throttle"),
}


def default(setting: str) -> object:
    """Celery's own value of a setting."""
    space, _, name = setting.partition("_")
    return NAMESPACES[space][name].default


def weaken(setting: str) -> None:
    celery.steps["worker"].discard(Sweeper)
    if setting != DEAF:
        celery.steps["worker"].discard(Watch)
    if setting == DEAF:
        Channel._track = lambda channel: None
        transport.PATIENCE = math.inf
    if setting in (UNTOUCHED, "sweeper", DEAF):
        return
    for name in TOGETHER.get(setting, (setting,)):
        if name in celery.conf.broker_transport_options:
            celery.conf.broker_transport_options.pop(name)
        else:
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
