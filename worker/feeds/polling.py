"""One poll of a feed: what is new in it is accepted like anybody's articles, and what came of it is kept."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from billiard.exceptions import SoftTimeLimitExceeded
from celery import Celery
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from timeline.progress import State
from timeline.reading import read
from timeline.store import Entry, Feed, Store, Unavailable
from timeline.submission import BadArticle, submission
from worker.app import TASK_MANY
from worker.broker.lanes import BATCH, BULK
from worker.entries import entry
from worker.feeds.entries import FeedEntry, NoFeed, entries
from worker.feeds.fetching import Faulty, Gone, fetch
from worker.settings import Settings

log = logging.getLogger(__name__)

AWAY = (Unavailable, KombuError, RedisError)
TOO_LONG = "Reading it took too long."
_LONGEST_PAUSE = timedelta(days=1)


def poll(store: Store, queue: Celery, feed: Feed, settings: Settings) -> Feed:
    """The feed as it is kept then. What store and broker raise passes through: it is due again soon."""
    now = datetime.now(UTC)
    usual = replace(feed, polled=now, failures=0, due=now + timedelta(seconds=feed.every))
    try:
        after = _asked(store, queue, usual, settings)
    except Gone:
        after = replace(usual, gone=True, told="Its server says that it is gone (410): it is asked for no more.")
    except Faulty as fault:
        return failed(store, feed, str(fault), fault.again)
    except NoFeed as fault:
        return failed(store, feed, str(fault))
    except AWAY:
        raise
    except SoftTimeLimitExceeded:
        return failed(store, feed, TOO_LONG)
    except Exception as fault:
        log.exception("Polling the feed %s failed", feed.url)
        return failed(store, feed, f"Reading it failed here ({type(fault).__name__}); the log says more.")
    return _kept(store, after)


def failed(store: Store, feed: Feed, told: str, again: datetime | None = None) -> Feed:
    """Kept with its fault, to be asked for twice as late at each one, at most a day, and not before ``again``."""
    now, usual = datetime.now(UTC), timedelta(seconds=feed.every)
    pause = max(min(usual * (2 << min(feed.failures, 12)), _LONGEST_PAUSE), usual)
    due = max(now + pause, again or now)
    return _kept(store, replace(feed, polled=now, failures=feed.failures + 1, told=told, due=due))


def _kept(store: Store, feed: Feed) -> Feed:
    store.feeds.polled(feed)
    log.info("Feed %s was polled: %s", feed.url, feed.told)
    return feed


def _asked(store: Store, queue: Celery, feed: Feed, settings: Settings) -> Feed:
    """Raises Gone, Faulty and NoFeed."""
    conditions = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    given = {name: value for name, value in conditions.items() if value}
    found = fetch(feed.url, given, settings.feeds_allow)
    if found.content is None:
        return replace(feed, told="Nothing has changed.")
    told = entries(found.content, {**found.headers, "Content-Location": found.url}, feed.topics)
    fresh = store.feeds.unseen(feed.id, {one.key: one.version for one in told})
    new = [one for one in told if one.key in fresh]
    parts = [new[first : first + BATCH] for first in range(0, len(new), BATCH)]
    refused = [reason for part in parts for reason in _taken(store, queue, feed, part, settings)]
    return replace(
        feed,
        etag=found.headers.get("ETag"),
        modified=found.headers.get("Last-Modified"),
        told=_outcome(len(told), len(new) - len(refused), refused),
    )


def _taken(store: Store, queue: Celery, feed: Feed, part: Sequence[FeedEntry], settings: Settings) -> list[str]:
    """Why entries were refused; all others are stored and queued, and neither comes again."""
    received = datetime.now(UTC)
    accepted: dict[str, Entry] = {}
    refused = []
    for one in part:
        try:
            version = _acceptable(one.submission, received, settings)
            accepted[version.id] = version
        except BadArticle as fault:
            refused.append(str(fault))

    def send(taken: Sequence[Entry]) -> None:
        told = {"received": received.isoformat(), "ids": [one.id for one in taken]}
        queue.send_task(TASK_MANY, [[one.submission for one in taken]], told, priority=BULK)

    store.replace_many(list(accepted.values()), then=send)
    store.feeds.note(feed.id, {one.key: one.version for one in part})
    return refused


def _acceptable(told: Mapping[str, object], received: datetime, settings: Settings) -> Entry:
    given = submission(dict(told))
    return entry(read(given, zone=settings.zone, now=received), given, received, State.QUEUED)


def _outcome(all_: int, new: int, refused: Sequence[str]) -> str:
    told = f"{all_} entries, {new} of them taken in."
    return told if not refused else f"{told} {len(refused)} cannot be read, the first because: {refused[0]}"
