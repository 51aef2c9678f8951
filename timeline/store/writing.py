"""Taking in a version of an article: one upsert decides whether it counts, the rest follows from it.

Every writer locks its article first, then makes missing topics by slug, then locks topics by key: no two can
wait for each other.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from timeline.model import Event
from timeline.store.order import place
from timeline.store.port import Entry
from timeline.store.reading import stored_events
from timeline.store.records import event_bytes
from timeline.store.schema import event_keys, events, filings, places
from timeline.store.tally import Change, settle
from timeline.store.upserts import article_key, topic_keys

_FILED = select(filings.c.topic).where(filings.c.article == bindparam("article"))
_UNFILE = delete(filings).where(filings.c.article == bindparam("of"), filings.c.topic == bindparam("under"))
_FORGET = delete(events).where(events.c.key.between(bindparam("first"), bindparam("last")))


def write(connection: Connection, entry: Entry) -> bool:
    now = datetime.now(UTC)
    upserted = article_key(connection, entry)
    if upserted is None:
        return False
    article, told = upserted
    under = topic_keys(connection, entry.topics, now)
    if entry.events is None and told:
        return True
    change = Change(
        records_before=stored_events(connection, article) if told else [],
        records=[event_bytes(event) for event in entry.events or ()],
        topics_before=frozenset(connection.execute(_FILED, {"article": article}).scalars()),
        topics=under,
    )
    _file(connection, article, change)
    if change.retells:
        _retell(connection, article, entry.events or (), change)
    settle(connection, change, now)
    return True


def _file(connection: Connection, article: int, change: Change) -> None:
    left, joined = change.topics_before - change.topics, change.topics - change.topics_before
    if left:
        connection.execute(_UNFILE, [{"of": article, "under": topic} for topic in left])
    if joined:
        connection.execute(insert(filings), [{"article": article, "topic": topic} for topic in joined])


def _retell(connection: Connection, article: int, told: tuple[Event, ...], change: Change) -> None:
    """The places of forgotten events go with them."""
    keys = event_keys(article)
    if change.records_before:
        connection.execute(_FORGET, {"first": keys[0], "last": keys[-1]})
    if not told:
        return
    rows = [{"key": keys[position], "record": record} for position, record in enumerate(change.records)]
    connection.execute(insert(events), rows)
    found = [place(event, keys[position])._asdict() for position, event in enumerate(told)]
    standing = [{"topic": topic, **row} for topic in change.topics for row in found]
    if standing:
        connection.execute(insert(places), standing)
