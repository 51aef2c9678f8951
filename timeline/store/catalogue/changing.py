"""Topics made, renamed, merged and removed: what takes a moment, and a note of what is left to be done."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, delete, func, insert, literal, select, update
from sqlalchemy.exc import IntegrityError

from timeline.model import Topic
from timeline.search.saved import SavedSearch, saved_json
from timeline.store.catalogue.port import MOST_SEARCHES, TakenSlug, TooManySearches
from timeline.store.catalogue.tables import Work, former_slugs, refilings, searches
from timeline.store.columns import clean, later, microseconds
from timeline.store.insertion import insertion
from timeline.store.schema import topics

GONE = "/"
"""The slugs of merged and removed topics begin with it, and no address of a topic has it."""


def define(connection: Connection, topic: Topic, search: SavedSearch | None) -> bool:
    row = known(connection, topic.slug)
    if row is None:
        _free(connection, topic.slug)
    found = row or _made(connection, topic)
    _title(connection, found, topic.title)
    _search(connection, found.key, search)
    return row is None


def rename(connection: Connection, slug: str, to: Topic) -> bool:
    row = known(connection, slug)
    if row is None:
        return False
    if to.slug != slug:
        _free(connection, to.slug, but=row.key)
        _lead(connection, slug, row.key)
        _readdress(connection, row.key, to.slug)
    _title(connection, row, to.title)
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
    _lead(connection, slug, target.key)
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


def known(connection: Connection, slug: str) -> Row[tuple[object, ...]] | None:
    return connection.execute(select(topics).where(topics.c.slug == slug).with_for_update()).one_or_none()


def note(connection: Connection, topic: int, work: Work, into: int | None = None, slugs: str | None = None) -> None:
    """Work on a topic, from its beginning."""
    connection.execute(delete(refilings).where(refilings.c.topic == topic, refilings.c.work == work))
    row = {"topic": topic, "work": work.value, "done": -1, "into": into, "slugs": slugs}
    connection.execute(insert(refilings), row)


def _free(connection: Connection, slug: str, but: int | None = None) -> None:
    """Raises TakenSlug unless no topic has the slug, or had it; ``but`` the one that is to have it again."""
    if known(connection, slug):
        raise TakenSlug(slug, slug)
    led = select(topics.c.slug, topics.c.key).join(former_slugs, former_slugs.c.topic == topics.c.key)
    former = connection.execute(led.where(former_slugs.c.slug == slug)).one_or_none()
    if former and former.key != but:
        raise TakenSlug(slug, former.slug)
    connection.execute(delete(former_slugs).where(former_slugs.c.slug == slug))


def _made(connection: Connection, topic: Topic) -> Row[tuple[object, ...]]:
    """Or what an article made of it meanwhile."""
    now = microseconds(datetime.now(UTC))
    made = {"slug": topic.slug, "title": clean(topic.title), "changed": now, "edition": now, "events": 0, "articles": 0}
    unless = insertion(topics, connection.dialect.name).on_conflict_do_nothing(index_elements=[topics.c.slug])
    connection.execute(unless, made)
    found = known(connection, topic.slug)
    assert found is not None  # noqa: S101 - it was made just now
    return found


def _readdress(connection: Connection, topic: int, slug: str) -> None:
    """Raises TakenSlug where an article made a topic of the slug meanwhile."""
    try:
        connection.execute(update(topics).where(topics.c.key == topic).values(slug=slug, **_touched()))
    except IntegrityError:
        raise TakenSlug(slug, slug) from None


def _lead(connection: Connection, slug: str, topic: int) -> None:
    connection.execute(insert(former_slugs), {"slug": slug, "topic": topic})


def _title(connection: Connection, row: Row[tuple[object, ...]], title: str) -> None:
    if clean(title) != row.title:
        connection.execute(update(topics).where(topics.c.key == row.key).values(title=clean(title), **_touched()))
        note(connection, row.key, Work.WEIGH)


def _search(connection: Connection, topic: int, search: SavedSearch | None) -> None:
    given = [] if search is None else [json.dumps(saved_json(search))]
    had = connection.execute(select(searches.c.search).where(searches.c.topic == topic)).scalars().all()
    if list(had) == given:
        return
    connection.execute(delete(searches).where(searches.c.topic == topic))
    if given:
        if connection.execute(select(func.count()).select_from(searches)).scalar_one() >= MOST_SEARCHES:
            raise TooManySearches
        connection.execute(insert(searches), {"topic": topic, "search": given[0]})
    note(connection, topic, Work.SEARCH)


def _leave(
    connection: Connection, row: Row[tuple[object, ...]], into: int | None = None, slugs: str | None = None
) -> None:
    connection.execute(delete(refilings).where(refilings.c.topic == row.key))
    connection.execute(update(refilings).where(refilings.c.into == row.key).values(into=into, slugs=slugs))
    gone = f"{GONE}{row.key}"
    connection.execute(update(topics).where(topics.c.key == row.key).values(slug=gone, **_touched()))
    note(connection, row.key, Work.LEAVE, into, slugs)


def _touched() -> dict[str, object]:
    now = literal(microseconds(datetime.now(UTC)), topics.c.changed.type)
    return {"changed": later(topics.c.changed, now), "edition": later(topics.c.edition, now)}
