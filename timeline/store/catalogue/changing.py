"""Topics made, renamed, merged and removed: what takes a moment, and a note of what is left to be done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from timeline.model import Topic
from timeline.search.saved import SavedSearch, saved_json
from timeline.store.catalogue.addresses import free, known, lead, readdress, touched
from timeline.store.catalogue.port import MOST_SEARCHES, TooManySearches
from timeline.store.catalogue.tables import Work, former_slugs, refilings, searches
from timeline.store.columns import clean
from timeline.store.schema import topics
from timeline.store.slugs import make

GONE = "/"
"""The slugs of merged and removed topics begin with it, and no address of a topic has it."""


def define(connection: Connection, topic: Topic, search: SavedSearch | None) -> bool:
    row = known(connection, topic.slug)
    if row is None:
        free(connection, topic.slug)
    found = row or _made(connection, topic)
    _title(connection, found, topic.title)
    _search(connection, found.key, [] if search is None else [search])
    return row is None


def rename(connection: Connection, slug: str, to: Topic, wanted: Sequence[SavedSearch] | None) -> bool:
    row = known(connection, slug)
    if row is None:
        return False
    if to.slug != slug:
        free(connection, to.slug, but=row.key)
        lead(connection, slug, row.key)
        readdress(connection, row.key, to.slug)
    _title(connection, row, to.title)
    if wanted is not None:
        _search(connection, row.key, wanted)
    return True


def merge(connection: Connection, slug: str, into: str) -> bool:
    connection.execute(
        select(topics.c.key).where(topics.c.slug.in_([slug, into])).order_by(topics.c.key).with_for_update()
    )
    row, target = known(connection, slug), known(connection, into)
    if row is None or target is None:
        return False
    if row.key == target.key:
        raise ValueError("into: a topic cannot be merged into itself")
    if connection.execute(select(searches.c.key).where(searches.c.topic == row.key)).first():
        connection.execute(update(searches).where(searches.c.topic == row.key).values(topic=target.key))
        note(connection, target.key, Work.SEARCH)
    connection.execute(update(former_slugs).where(former_slugs.c.topic == row.key).values(topic=target.key))
    _leave(connection, row, into=target.key)
    lead(connection, slug, target.key)
    return True


def remove(connection: Connection, slug: str) -> int | None:
    row = known(connection, slug)
    if row is None:
        return None
    led = connection.execute(select(former_slugs.c.slug).where(former_slugs.c.topic == row.key)).scalars()
    slugs = json.dumps([slug, *led])
    connection.execute(delete(former_slugs).where(former_slugs.c.topic == row.key))
    connection.execute(delete(searches).where(searches.c.topic == row.key))
    _leave(connection, row, slugs=slugs)
    return int(row.articles)


def note(connection: Connection, topic: int, work: Work, into: int | None = None, slugs: str | None = None) -> None:
    """Work on a topic, from its beginning."""
    connection.execute(delete(refilings).where(refilings.c.topic == topic, refilings.c.work == work))
    row = {"topic": topic, "work": work.value, "done": -1, "into": into, "slugs": slugs}
    connection.execute(insert(refilings), row)


def _made(connection: Connection, topic: Topic) -> Row[tuple[object, ...]]:
    """Or what an article made of it meanwhile."""
    make(connection, {topic.slug: clean(topic.title)}, datetime.now(UTC))
    found = known(connection, topic.slug)
    assert found is not None  # noqa: S101 - it was made just now
    return found


def _title(connection: Connection, row: Row[tuple[object, ...]], title: str) -> None:
    if clean(title) != row.title:
        connection.execute(update(topics).where(topics.c.key == row.key).values(title=clean(title), **touched()))
        note(connection, row.key, Work.WEIGH)


def _search(connection: Connection, topic: int, wanted: Sequence[SavedSearch]) -> None:
    given = [json.dumps(saved_json(search)) for search in wanted]
    had = connection.execute(select(searches.c.search).where(searches.c.topic == topic)).scalars().all()
    if list(had) == given:
        return
    connection.execute(delete(searches).where(searches.c.topic == topic))
    if given:
        if connection.execute(select(func.count()).select_from(searches)).scalar_one() + len(given) > MOST_SEARCHES:
            raise TooManySearches
        connection.execute(insert(searches), [{"topic": topic, "search": search} for search in given])
    note(connection, topic, Work.SEARCH)


def _leave(
    connection: Connection, row: Row[tuple[object, ...]], into: int | None = None, slugs: str | None = None
) -> None:
    connection.execute(delete(refilings).where(refilings.c.topic == row.key))
    connection.execute(update(refilings).where(refilings.c.into == row.key).values(into=into, slugs=slugs))
    gone = f"{GONE}{row.key}"
    connection.execute(update(topics).where(topics.c.key == row.key).values(slug=gone, **touched()))
    note(connection, row.key, Work.LEAVE, into, slugs)
