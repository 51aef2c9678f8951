"""Topics that are looked after, in their tables."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from timeline.model import Topic
from timeline.search.saved import SavedSearch, stored_search
from timeline.store.catalogue import changing, refiling
from timeline.store.catalogue.port import CuratedTopic, Refiling
from timeline.store.catalogue.tables import Work, former_slugs, refilings, searches
from timeline.store.chronologies import places
from timeline.store.columns import storable
from timeline.store.schema import articles, topics
from timeline.store.transactions import Transaction


class StoredCatalogue:
    """See `timeline.store.Catalogue` for what its methods promise."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading, self._writing = reading, writing

    def find(self, slug: str, /) -> CuratedTopic | None:
        if not _address(slug):
            return None
        with self._reading() as connection:
            row = connection.execute(select(topics).where(topics.c.slug == slug)).one_or_none()
            if row is None:
                return None
            found = select(searches.c.search).where(searches.c.topic == row.key).order_by(searches.c.key)
            return CuratedTopic(
                topic=Topic(row.slug, row.title),
                events=row.events,
                articles=row.articles,
                searches=tuple(map(stored_search, connection.execute(found).scalars())),
                refiling=_refiling(connection, row.key),
            )

    def moved(self, slug: str, /) -> str | None:
        if not _address(slug):
            return None
        led = select(topics.c.slug).join(former_slugs, former_slugs.c.topic == topics.c.key)
        with self._reading() as connection:
            return connection.execute(led.where(former_slugs.c.slug == slug)).scalar_one_or_none()

    def define(self, topic: Topic, search: SavedSearch | None) -> bool:
        with self._writing() as connection:
            return changing.define(connection, topic, search)

    def rename(self, slug: str, to: Topic, /, searches: Sequence[SavedSearch] | None = None) -> bool:
        with self._writing() as connection:
            return _address(slug) and changing.rename(connection, slug, to, searches)

    def merge(self, slug: str, into: str, /) -> bool:
        with self._writing() as connection:
            return _address(slug) and _address(into) and changing.merge(connection, slug, into)

    def remove(self, slug: str, /) -> int | None:
        if not _address(slug):
            return None
        with self._writing() as connection:
            return changing.remove(connection, slug)

    def unsettled(self) -> bool:
        with self._reading() as connection:
            return connection.execute(select(refilings.c.topic).limit(1)).first() is not None

    def refile(self, *, limit: int) -> bool:
        with self._writing() as connection:
            return refiling.refile(connection, limit)


def _address(slug: str) -> bool:
    return storable(slug) and not slug.startswith(changing.GONE)


def _refiling(connection: Connection, topic: int) -> Refiling | None:
    """Of the work on it, what has come least far; numbers of keys, which are about those of what they are of."""
    coming = (refilings.c.topic == topic) | (refilings.c.into == topic)
    works = connection.execute(select(refilings).where(coming).order_by(refilings.c.done)).all()
    if not works:
        return None
    if works[0].work == Work.WEIGH:
        standing = select(func.count()).select_from(places).where(places.c.topic == topic)
        done = connection.execute(standing.where(places.c.key <= works[0].done)).scalar_one()
        return Refiling(done, connection.execute(standing).scalar_one())
    last = connection.execute(select(func.max(articles.c.key))).scalar() or 0
    return Refiling(min(max(works[0].done, 0), last), last)
