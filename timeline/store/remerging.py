"""Bringing the topics of a store that knew only articles' events to happenings: about 6 ms an article, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, select, update

from timeline.store import records
from timeline.store.filings import publish
from timeline.store.reading import stored_events
from timeline.store.schema import event_keys, filings, places, topics
from timeline.store.tally import Change, settle
from timeline.store.told import told
from timeline.store.writing import retold_everywhere

UNMERGED = {"0001", "0002", "0003_tokens"}
_FILED = select(filings.c.article, filings.c.topic).order_by(filings.c.article)


def merge(connection: Connection) -> None:
    now = datetime.now(UTC)
    connection.execute(delete(places))
    connection.execute(update(topics).values(events=0, articles=0))
    for article, under in list(_filed(connection)):
        stored = stored_events(connection, article)
        given = tuple(map(records.event, stored))
        change = Change(records_before=[], records=stored, topics_before=frozenset(), topics=under)
        publish(connection, article, given)
        after = told(connection, event_keys(article), stored, given)
        settle(connection, change, retold_everywhere(connection, change, [], after, now), now)


def _filed(connection: Connection) -> Iterator[tuple[int, frozenset[int]]]:
    under: dict[int, set[int]] = {}
    for row in connection.execute(_FILED):
        under.setdefault(row.article, set()).add(row.topic)
    yield from ((article, frozenset(topics)) for article, topics in under.items())
