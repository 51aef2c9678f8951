"""Editions of topics and articles, read from their rows alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Row, bindparam, func, select

from timeline.chronology.tracing import telling
from timeline.model import Event
from timeline.store import reports
from timeline.store.alterations import standing
from timeline.store.chronologies import alterations
from timeline.store.columns import storable
from timeline.store.editions import Edition, News
from timeline.store.looking import Looking
from timeline.store.past.moments import once_told
from timeline.store.reading import events_told
from timeline.store.schema import articles, filings, topics
from timeline.store.statements import Statement
from timeline.store.transactions import Transaction

_SECOND = 1_000_000
_TOPIC = Statement(select(topics.c.edition, topics.c.changed).where(topics.c.slug == bindparam("slug")))
# Sums, for a change of one topic need not move the latest of all; in two parts, as both together would overflow.
_TOPICS = Statement(
    select(
        func.count(),
        func.coalesce(func.sum(topics.c.edition // _SECOND), 0),
        func.coalesce(func.sum(topics.c.edition % _SECOND), 0),
    ).select_from(topics)
)
_ARTICLE = Statement(select(articles.c.changed).where(articles.c.id == bindparam("id")))
_ROW = select(topics.c.key, topics.c.changed, topics.c.events).where(topics.c.slug == bindparam("slug"))
_TELLING = (
    select(articles.c.key, articles.c.id)
    .join(articles, articles.c.key == filings.c.article)
    .where(filings.c.topic == bindparam("topic"), articles.c.events.is_not(None))
    .where(filings.c.told > bindparam("since"), filings.c.told <= bindparam("upto"))
    .order_by(filings.c.told, filings.c.article)
)
# Articles that were written together share a moment: a part of the news ends with the last of them.
_PART = (
    select(filings.c.told)
    .where(filings.c.topic == bindparam("topic"))
    .where(filings.c.told > bindparam("since"), filings.c.told <= bindparam("upto"))
    .order_by(filings.c.told)
    .offset(bindparam("others"))
    .limit(1)
)
_ALTERED = (
    select(alterations.c.event, alterations.c.home)
    .where(alterations.c.topic == bindparam("topic"))
    .where(alterations.c.at > bindparam("since"), alterations.c.at <= bindparam("upto"))
    .order_by(alterations.c.at, alterations.c.event)
)


class StoredEditions:
    """See `timeline.store.Editions` for what its methods promise."""

    def __init__(self, looking: Looking, reading: Transaction) -> None:
        self._looking, self._reading = looking, reading

    def topic(self, slug: str, /) -> Edition | None:
        found = self._looking.rows(_TOPIC, {"slug": slug}) if storable(slug) else ()
        return next((Edition(*row) for row in found), None)

    def topics(self) -> tuple[int, ...]:
        [row] = self._looking.rows(_TOPICS, {})
        return tuple(map(int, row))

    def article(self, article: str, /) -> int | None:
        found = self._looking.rows(_ARTICLE, {"id": article}) if storable(article) else ()
        return next((int(changed) for (changed,) in found), None)

    def news(self, slug: str, since: int, *, limit: int = 100) -> News | None:
        if not storable(slug):
            return None
        with self._reading() as connection:
            topic = connection.execute(_ROW, {"slug": slug}).one_or_none()
            return None if topic is None else _news(connection, topic, since, limit)


def _news(connection: Connection, topic: Row[int, int, int], since: int, limit: int) -> News:
    part = {"topic": topic.key, "since": since, "upto": topic.changed}
    upto = connection.execute(_PART, part | {"others": limit - 1}).scalar_one_or_none() or topic.changed
    part |= {"upto": upto}
    rows = connection.execute(_TELLING, part).all()
    given = {row.id: list(events_told(connection, row.key)) for row in rows}
    events = _stands_at(connection, topic.key, given)
    told = {article: tuple(dict.fromkeys(_known(events, each))) for article, each in given.items()}
    altered = connection.execute(_ALTERED, part).all()
    stands = set(standing(connection, topic.key, {row.home for row in altered}).values())
    known = {event for each in told.values() for event in each}
    anew = _anew(given, list(once_told(connection, topic.key, since, [row.key for row in rows])))
    return News(
        upto=upto,
        count=topic.events,
        articles=told,
        fresh=frozenset(_known(events, anew)) | {row.event for row in altered if row.event in known},
        altered=tuple(row.event for row in altered if row.event in stands and row.event not in known),
        withdrawn=tuple(row.event for row in altered if row.event not in stands and row.event not in known),
        more=upto < topic.changed,
    )


def _stands_at(connection: Connection, topic: int, given: Mapping[str, Sequence[Event]]) -> dict[int, str]:
    """By what is told, the event of the timeline that has it."""
    tellings = {telling(event) for events in given.values() for event in events}
    homes = {one.telling: one.home for one in reports.told(connection, topic, tellings)} if tellings else {}
    events = standing(connection, topic, set(homes.values()))
    return {one: events[home] for one, home in homes.items() if home in events}


def _known(events: Mapping[int, str], told: Iterable[Event]) -> Iterator[str]:
    return (events[found] for found in map(telling, told) if found in events)


def _anew(given: Mapping[str, Sequence[Event]], before: Sequence[Event]) -> Iterator[Event]:
    """What articles did not tell before; that it stands elsewhere in their text is no news."""
    known = {event.id: _said(event) for event in before}
    return (event for events in given.values() for event in events if known.get(event.id) != _said(event))


def _said(event: Event) -> Event:
    return replace(event, sources=tuple(replace(source, start=0, end=0) for source in event.sources))
