"""Taking in a version of an article: one upsert decides whether it counts, the rest follows from it.

Every writer locks its articles first, by id, then makes missing topics by slug, then locks topics by key: no two can
wait for each other. What is told in a topic is read after that, so that nobody else is telling it anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from timeline.model import Event
from timeline.store.order import calendar
from timeline.store.port import Entry
from timeline.store.reading import stored_events
from timeline.store.records import event_bytes
from timeline.store.retelling import Told, retell, told
from timeline.store.schema import event_keys, events, filings, topics
from timeline.store.tally import Change, settle
from timeline.store.upserts import article_key, topic_keys

_FILED = select(filings.c.topic).where(filings.c.article == bindparam("article"))
_UNFILE = delete(filings).where(filings.c.article == bindparam("of"), filings.c.topic == bindparam("under"))
_PUBLISHED = (
    update(filings)
    .where(filings.c.article == bindparam("of"), filings.c.published.is_distinct_from(bindparam("at")))
    .values(published=bindparam("at"))
)
_FORGET = delete(events).where(events.c.key.between(bindparam("first"), bindparam("last")))
_LOCKED = (
    select(topics.c.key)
    .where(topics.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(topics.c.key)
    .with_for_update()
)


def write(connection: Connection, entries: Sequence[Entry]) -> list[bool]:
    """Whether each of the entries, no two of them of one article, counts; those that do are written."""
    now = datetime.now(UTC)
    newer = _newer(connection, entries)
    keys = topic_keys(connection, [topic for entry in entries if entry.id in newer for topic in entry.topics], now)
    changes = [
        (article, _change(connection, article, known, entry, keys), entry.events or ())
        for entry, article, known in newer.values()
        if entry.events is not None or not known
    ]
    if changes and connection.dialect.name == "postgresql":
        touched = frozenset[int]().union(*(change.topics_before | change.topics for _, change, _ in changes))
        connection.execute(_LOCKED, {"keys": sorted(touched)}).all()
    for article, change, given in changes:
        _file(connection, article, change, _published(given))
        settle(connection, change, _retold(connection, article, change, given), now)
    return [entry.id in newer for entry in entries]


def _newer(connection: Connection, entries: Sequence[Entry]) -> dict[str, tuple[Entry, int, bool]]:
    """By id, the entries that count, each with its article's key and whether that has events already."""
    found: dict[str, tuple[Entry, int, bool]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        if upserted := article_key(connection, entry):
            found[entry.id] = (entry, *upserted)
    return found


def _change(connection: Connection, article: int, known: bool, entry: Entry, keys: Mapping[str, int]) -> Change:
    return Change(
        records_before=stored_events(connection, article) if known else [],
        records=[event_bytes(event) for event in entry.events or ()],
        topics_before=frozenset(connection.execute(_FILED, {"article": article}).scalars()),
        topics=frozenset(keys[topic.slug] for topic in entry.topics),
    )


def _file(connection: Connection, article: int, change: Change, published: int | None) -> None:
    left, joined = change.topics_before - change.topics, change.topics - change.topics_before
    if left:
        connection.execute(_UNFILE, [{"of": article, "under": topic} for topic in left])
    if joined:
        rows = [{"article": article, "topic": topic, "published": published} for topic in joined]
        connection.execute(insert(filings), rows)
    if change.retells and change.topics_before & change.topics:
        connection.execute(_PUBLISHED, {"of": article, "at": published})


def publish(connection: Connection, article: int, given: tuple[Event, ...]) -> None:
    connection.execute(_PUBLISHED, {"of": article, "at": _published(given)})


def _published(given: tuple[Event, ...]) -> int | None:
    """When an article was published, as far as it tells anything."""
    moments = (calendar(source.published.replace(tzinfo=None)) for event in given for source in event.sources)
    return max(moments, default=None)


def _retold(connection: Connection, article: int, change: Change, given: tuple[Event, ...]) -> dict[int, int]:
    """Bring the article's topics up to date: how many more events each of them has that is told anew."""
    if not change.retells:
        return {}
    keys = event_keys(article)
    before = told(keys, change.records_before)
    if change.records_before != change.records:
        connection.execute(_FORGET, {"first": keys[0], "last": keys[-1]})
    if change.records_before != change.records and change.records:
        rows = [{"key": keys[place], "record": record} for place, record in enumerate(change.records)]
        connection.execute(insert(events), rows)
    return retold_everywhere(connection, change, before, told(keys, change.records, given))


def retold_everywhere(connection: Connection, change: Change, before: list[Told], after: list[Told]) -> dict[int, int]:
    """``before`` and ``after`` are the article's events in the topics that it was and is filed under."""
    return {
        topic: retell(connection, topic, before if was else [], after if is_now else [])
        for topic, was, is_now in change.retold()
    }
