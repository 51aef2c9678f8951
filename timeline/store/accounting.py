"""What has not come to an end, or to a bad one; partial indexes keep both cheap whatever the store holds."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, tuple_

from timeline.store.columns import microseconds, moment
from timeline.store.port import Entry, Ledger
from timeline.store.reading import told
from timeline.store.schema import FAILED, UNFINISHED, articles

_UNFINISHED = (
    select(articles)
    .where(UNFINISHED, articles.c.received < bindparam("before"))
    .order_by(articles.c.received)
    .limit(bindparam("limit"))
)
_PLACE = tuple_(articles.c.received, articles.c.id)
_FAILED = select(articles).where(FAILED).order_by(articles.c.received, articles.c.id).limit(bindparam("limit"))
_FAILED_AFTER = _FAILED.where(tuple_(bindparam("received"), bindparam("id")) < _PLACE)
_ON_THEIR_WAY = select(func.count(), func.min(articles.c.received)).where(UNFINISHED)
_GONE_WRONG = select(func.count()).select_from(articles).where(FAILED)


def unfinished(connection: Connection, before: datetime, limit: int) -> tuple[Entry, ...]:
    rows = connection.execute(_UNFINISHED, {"before": microseconds(before), "limit": limit})
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
