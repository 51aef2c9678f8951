"""What has not come to an end, or to a bad one; partial indexes keep both cheap whatever the store holds."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, text, tuple_

from timeline.progress import State
from timeline.store.columns import microseconds, moment
from timeline.store.entries import Entry
from timeline.store.overviews import Figures, Ledger
from timeline.store.reading import told
from timeline.store.schema import FAILED, UNFINISHED, articles, topics

_UNFINISHED = (
    select(articles)
    .where(UNFINISHED, articles.c.received < bindparam("before"), articles.c.received > bindparam("after"))
    .order_by(articles.c.received)
    .limit(bindparam("limit"))
)
_PLACE = tuple_(articles.c.received, articles.c.id)
_FAILED = select(articles).where(FAILED).order_by(articles.c.received, articles.c.id).limit(bindparam("limit"))
_FAILED_AFTER = _FAILED.where(tuple_(bindparam("received"), bindparam("id")) < _PLACE)
_ON_THEIR_WAY = select(func.count(), func.min(articles.c.received)).where(UNFINISHED)
_GONE_WRONG = select(func.count()).select_from(articles).where(FAILED)

_BY_STATE = select(articles.c.state, func.count()).where(UNFINISHED).group_by(articles.c.state)
_TOPICS = select(func.count(), func.coalesce(func.sum(topics.c.events), 0)).select_from(topics)
_COUNTED = select(func.count()).select_from(articles)
_ESTIMATED = text("SELECT reltuples::bigint FROM pg_class WHERE oid = 'articles'::regclass")
_MANY = 1_000_000


def unfinished(connection: Connection, after: datetime, before: datetime, limit: int) -> tuple[Entry, ...]:
    values = {"after": microseconds(after), "before": microseconds(before), "limit": limit}
    rows = connection.execute(_UNFINISHED, values)
    return tuple(told(connection, row) for row in rows.all())


def failed(connection: Connection, limit: int, after: Entry | None) -> tuple[Entry, ...]:
    values: dict[str, object] = {"limit": limit}
    if after is not None:
        values |= {"received": microseconds(after.received), "id": after.id}
    rows = connection.execute(_FAILED if after is None else _FAILED_AFTER, values)
    return tuple(told(connection, row) for row in rows.all())


def ledger(connection: Connection) -> Ledger:
    count, oldest = connection.execute(_ON_THEIR_WAY).one()
    return Ledger(
        unfinished=count,
        oldest=None if oldest is None else moment(oldest),
        failed=connection.execute(_GONE_WRONG).scalar_one(),
    )


def figures(connection: Connection) -> Figures:
    known = ledger(connection)
    counts = {State(state): count for state, count in connection.execute(_BY_STATE).all()}
    topic_count, events = connection.execute(_TOPICS).one()
    return Figures(
        articles={
            State.QUEUED: counts.get(State.QUEUED, 0),
            State.PROCESSING: counts.get(State.PROCESSING, 0),
            State.FAILED: known.failed,
            State.DONE: max(_all(connection) - known.unfinished - known.failed, 0),
        },
        oldest=known.oldest,
        topics=topic_count,
        events=int(events),
    )


def _all(connection: Connection) -> int:
    """PostgreSQL counts row by row, but knows about how many there are."""
    if connection.dialect.name == "postgresql":
        estimated = int(connection.execute(_ESTIMATED).scalar_one())
        if estimated > _MANY:
            return estimated
    return int(connection.execute(_COUNTED).scalar_one())
