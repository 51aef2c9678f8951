"""A store of an older version, made of what a new one holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import MetaData, Table, insert, text
from store_specimens import article, done, event

from timeline.interval import Interval
from timeline.model import Event
from timeline.store import Entry, Store, engine, open_store

FIRST = ("articles", "topics", "filings", "events")
OLD = {"component": "home AS component"}
"""Columns that are no more, made of those that are."""
MERGED = (*FIRST, "places", "tellings", "tellers", "spots", "happenings")


def fill(url: str) -> None:
    """Three articles that tell the same, and each something of its own."""
    store = open_store(url)
    for name in ("a1", "a2", "a3"):
        source = replace(event("same").sources[0], article=name, publisher=name)
        told = article(name, publisher=name)
        store.replace(done(name, article=told, events=(replace(event("same"), sources=(source,)), event(name))))
    store.close()


def copy(url: str, old_url: str, tables: tuple[str, ...]) -> None:
    """What the store at ``url`` holds, as far as an older one knew it."""
    made, old = (engine.engine(engine.address(address)) for address in (url, old_url))
    with made.connect() as connection, old.begin() as older:
        for name in tables:
            known = Table(name, MetaData(), autoload_with=older)
            columns = ", ".join(OLD.get(column.name, f'"{column.name}"') for column in known.c)
            if rows := [row._asdict() for row in connection.execute(text(f"SELECT {columns} FROM {name}"))]:
                older.execute(insert(known), rows)
    for each in (made, old):
        each.dispose()


def told_by_id(store: Store) -> dict[str, Event]:
    page = store.timeline("harbour")
    assert page is not None
    return {one.id: one for one in page.events}


def struck(name: str, day: date) -> Entry:
    start = datetime(day.year, day.month, day.day)
    told = event(name, Interval(start, start + timedelta(days=1)))
    line = f"A strike hit the power station in Dallow, wave {name}"
    published = start.replace(tzinfo=UTC) + timedelta(days=1)
    source = replace(told.sources[0], article=name, publisher=name, quote=line, published=published)
    return done(name, events=(replace(told, headline=line, sources=(source,)),))
