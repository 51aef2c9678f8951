"""An article that is corrected again and again, for measuring what is told anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy import make_url

from measure.places import Document, Unmeasured
from timeline.store import Store, open_store
from timeline.store.schema import MOST_EVENTS
from worker.ingestion import Delivery, begun, done

_ID = "c0" * 16
_ZONE = ZoneInfo("UTC")


@contextmanager
def corrections(url: str, topic: str) -> Iterator[Callable[[], None]]:
    """What writes the next version: its one event happened long before what else the topic tells, and on its first
    page has another headline each time. The SQLite store at ``url`` is left without any."""
    with closing(open_store(url)) as store:
        numbers = count(1)
        try:
            yield lambda: _write(store, topic, next(numbers))
        finally:
            store.withdraw(_ID, datetime.now(UTC))
            _forget(str(make_url(url).database))


def _write(store: Store, topic: str, number: int) -> None:
    given: Document = {
        "title": "From the archive",
        "text": f"Pier {number} of the old harbour was opened on 3 March 1825.",
        "published": "2024-09-20T17:00:00Z",
        "topics": [topic],
    }
    delivery = Delivery(given=given, received=datetime.now(UTC), id=_ID)
    if not store.replace(done(*begun(delivery, _ZONE))):
        raise Unmeasured("A correction was not taken")


def _forget(file: str) -> None:
    """That there ever was the article, which is withdrawn by now: its versions go with it."""
    known = "(SELECT key FROM articles WHERE id = ?)"
    with closing(sqlite3.connect(file, timeout=10)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"DELETE FROM alterations WHERE home / {MOST_EVENTS} = {known}", (_ID,))  # noqa: S608
        connection.execute("DELETE FROM articles WHERE id = ?", (_ID,))
