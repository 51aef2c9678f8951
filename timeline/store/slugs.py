"""Topics by their addresses; those that are not there are made, whoever comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, select
from sqlalchemy.sql.dml import Insert

from timeline.model import Topic
from timeline.store.catalogue.tables import former_slugs
from timeline.store.columns import clean, microseconds
from timeline.store.insertion import insertion
from timeline.store.lists import among, texts
from timeline.store.schema import topics
from timeline.store.statements import Statement


class TopicKey(NamedTuple):
    """The key of a topic, and when it last changed."""

    key: int
    changed: int


def topic_keys(connection: Connection, given: Sequence[Topic], now: datetime) -> dict[str, TopicKey]:
    """By slug, each topic under the title that is given first; by a former slug the topic that it leads to."""
    titles = {topic.slug: clean(topic.title) for topic in reversed(given)}
    found = _keys(_KNOWN, connection, titles)
    if len(found) < len(titles):
        found |= _keys(_LED, connection, titles.keys() - found.keys())
    if missing := sorted(titles.keys() - found.keys()):
        make(connection, {slug: titles[slug] for slug in missing}, now)
        found |= _keys(_KNOWN, connection, missing)
    return found


def make(connection: Connection, titles: Mapping[str, str], now: datetime) -> None:
    """Topics by their slugs, in that order, unless somebody has made them meanwhile. Titles are `clean`."""
    made = {"changed": microseconds(now), "edition": microseconds(now), "events": 0, "articles": 0}
    _MISSING_TOPIC.run(connection, [{"slug": slug, "title": title, **made} for slug, title in titles.items()])


def _keys(found: Statement, connection: Connection, slugs: Iterable[str]) -> dict[str, TopicKey]:
    rows = found.rows(connection, {"slugs": texts(slugs, connection.dialect.name)})
    return {slug: TopicKey(key, changed) for slug, key, changed in rows}


def _missing_topic(dialect: str) -> Insert:
    return insertion(topics, dialect).on_conflict_do_nothing(index_elements=[topics.c.slug])


def _known(dialect: str) -> Select[tuple[str, int, int]]:
    return select(topics.c.slug, topics.c.key, topics.c.changed).where(among(topics.c.slug, "slugs", dialect))


def _led(dialect: str) -> Select[tuple[str, int, int]]:
    led = select(former_slugs.c.slug, topics.c.key, topics.c.changed).join(topics, former_slugs.c.topic == topics.c.key)
    return led.where(among(former_slugs.c.slug, "slugs", dialect))


_MISSING_TOPIC = Statement(_missing_topic, "slug", "title", "changed", "edition", "events", "articles")
_KNOWN, _LED = Statement(_known), Statement(_led)
