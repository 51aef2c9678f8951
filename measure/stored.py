"""Stores of many events: some thousands that were read and written, and copies of their rows in topics of their own."""

from __future__ import annotations

import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from measure.articles import articles
from measure.kept import made_once
from timeline.store import open_store, upgrade
from worker.batches import ingest_many
from worker.broker.lanes import BATCH
from worker.ingestion import Delivery

EVENTS = 1_000_000
TOPIC, TITLE = "matter-0", "Matter 0"
_TOPICS = 25
_SOURCES = 1_000
_EACH = 2**20
"""Keys of events that an article has."""
_SHIFTED = {
    "articles": {"key": "{article}", "id": "printf('%08x', {copy}) || substr(id, 9)"},
    "topics": {"key": "{topic}", "slug": "slug || '-' || {copy}"},
    "filings": {"article": "{article}", "topic": "{topic}"},
    "events": {"key": "{event}"},
    "places": {"topic": "{topic}", "key": "{event}", "echoed": "{event}", "doc": "NULL"},
    "happenings": {"topic": "{topic}", "home": "{event}"},
    "tellings": {"topic": "{topic}", "home": "{event}", "lead": "{event}"},
    "tellers": {"topic": "{topic}", "key": "{event}"},
    "spots": {"topic": "{topic}"},
}
"""By table, what a copy has elsewhere: numbers are moved on by that of the copies before it."""


def stored(count: int = EVENTS) -> Path:
    """The file of a SQLite store of so many events or a few more; a copy of it is the caller's to make."""
    return made_once(f"stored-{count}", lambda file: _make(file, count))


def _make(file: Path, count: int) -> None:
    sources = min(_SOURCES, max(count // 10, 1))
    shutil.copyfile(made_once(f"told-{sources}", lambda first: _told(first, sources)), file)
    with sqlite3.connect(file, isolation_level=None) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        _copied(connection, count)
        connection.execute("PRAGMA journal_mode = WAL")


def _told(file: Path, sources: int) -> None:
    """What all the others are copies of."""
    url = f"sqlite:///{file}"
    upgrade(url)
    store = open_store(url)
    zone = ZoneInfo("Europe/London")
    for batch in _batches(islice(articles(seed=41), sources)):
        ingest_many(store, batch, zone)
    store.close()


def _batches(made: Iterator[dict[str, object]]) -> Iterator[list[Delivery]]:
    numbered = enumerate(made)
    while batch := list(islice(numbered, BATCH)):
        now = datetime.now(UTC)
        yield [Delivery(given=one | {"topics": [f"Matter {n % _TOPICS}"]}, received=now) for n, one in batch]


def _copied(connection: sqlite3.Connection, count: int) -> None:
    (known,) = connection.execute("SELECT count(*) FROM places").fetchone()
    (article,) = connection.execute("SELECT max(key) FROM articles").fetchone()
    (topic,) = connection.execute("SELECT max(key) FROM topics").fetchone()
    first = defaultdict(lambda: f"topic <= {topic}", {"events": f"key < {(article + 1) * _EACH}"})
    first |= {"articles": f"key <= {article}", "filings": f"article <= {article}", "topics": f"key <= {topic}"}
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    for copy in range(1, -(-count // known)):
        moved = {"copy": copy, "article": copy * article, "topic": copy * topic, "event": copy * article * _EACH}
        for table, shifted in _SHIFTED.items():
            elsewhere = {column: value.format(**moved) for column, value in shifted.items()}
            connection.execute(_copying(connection, table, elsewhere, first[table]))
    connection.execute("COMMIT")


def _copying(connection: sqlite3.Connection, table: str, shifted: dict[str, str], known: str) -> str:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(_value(column, shifted.get(column)) for column in columns)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {known}"  # noqa: S608


def _value(column: str, shifted: str | None) -> str:
    """A number is added to what the column holds."""
    if shifted is None:
        return f'"{column}"'
    return f'"{column}" + {shifted}' if shifted.isdigit() else shifted
