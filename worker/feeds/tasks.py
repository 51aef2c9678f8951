"""The tasks of the feeds' own worker."""

from __future__ import annotations

import logging
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache

from celery import Celery, Task, signals

from timeline.store import Store, Unavailable, open_store
from worker.app import application
from worker.feeds.app import LOOK, POLL, celery, chosen
from worker.feeds.polling import AWAY, TOO_LONG, failed, poll
from worker.logs import configure

log = logging.getLogger(__name__)

_LEASE = timedelta(minutes=5)
"""A feed that was taken and of which nothing was heard is due again after so long."""
_AT_ONCE = 20


def look() -> None:
    """Has every feed polled that is due; whoever looks first takes it."""
    try:
        now = datetime.now(UTC)
        for feed in _store().feeds.take(now, now + _LEASE, limit=_AT_ONCE):
            celery.send_task(POLL, [feed.id])
    except Unavailable as fault:
        log.warning("Looking for feeds that are due has to wait: %s", fault)


def poll_one(feed: str) -> None:
    try:
        if found := _store().feeds.find(feed):
            poll(_store(), _articles(), found, chosen)
    except AWAY as fault:
        log.warning("A feed will be polled later: %s", fault)


celery.task(look, name=LOOK)
celery.task(poll_one, name=POLL)


@cache
def _store() -> Store:
    return open_store(chosen.database_url)


@cache
def _articles() -> Celery:
    """The queue of the articles."""
    return application(chosen, "feeds")


def _give_up(sender: Task, args: list[str], **_: object) -> None:
    """Keeps as a fault what took so long that its process was killed. Runs in the main process then."""
    if sender.name != POLL:
        return
    with closing(open_store(chosen.database_url)) as store:
        if found := store.feeds.find(args[0]):
            failed(store, found, TOO_LONG)


signals.task_failure.connect(_give_up, weak=False)


def _configure(**_: object) -> None:
    configure(chosen.log)


signals.setup_logging.connect(_configure, weak=False)
