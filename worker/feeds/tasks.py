"""The task of the feeds' own worker; what polling takes is loaded by the process that polls, when it does."""

from __future__ import annotations

import logging
from contextlib import closing
from functools import cache

from celery import Celery, Task, signals
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from timeline.store import Store, Unavailable, open_store
from worker.app import application
from worker.feeds.app import POLL, celery, chosen
from worker.logs import configure

log = logging.getLogger(__name__)


def poll_one(feed: str) -> None:
    from worker.feeds.polling import poll

    try:
        if found := _store().feeds.find(feed):
            poll(_store(), _articles(), found, chosen)
    except (Unavailable, KombuError, RedisError) as fault:
        log.warning("A feed will be polled later: %s", fault)


celery.task(poll_one, name=POLL)


@cache
def _store() -> Store:
    """One a pool process, opened in it."""
    return open_store(chosen.database_url)


@cache
def _articles() -> Celery:
    """The queue of the articles."""
    return application(chosen, "feeds")


def _give_up(sender: Task, args: list[str], **_: object) -> None:
    """Keeps as a fault what took so long that its process was killed. Runs in the main process then."""
    from worker.feeds.polling import TOO_LONG, failed

    if sender.name != POLL:
        return
    with closing(open_store(chosen.database_url)) as store:
        if found := store.feeds.find(args[0]):
            failed(store, found, TOO_LONG)


signals.task_failure.connect(_give_up, weak=False)


def _configure(**_: object) -> None:
    configure(chosen.log)


signals.setup_logging.connect(_configure, weak=False)
