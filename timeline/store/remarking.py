"""Putting the reports of a store where they are looked for, once: about 0.1 ms each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, select, tuple_

from timeline.store import filing
from timeline.store.chronologies import tellings
from timeline.store.kept import filed, stored_trace
from timeline.store.remerging import HANGING
from timeline.store.statements import Row, Statement

UNMARKED = HANGING | {"0013_homes", "0014_stamps"}
_AT_ONCE = 5_000
_AFTER = tuple_(tellings.c.topic, tellings.c.telling) > tuple_(bindparam("topic"), bindparam("telling"))
_NEXT = Statement(
    select(tellings.c.topic, tellings.c.telling, tellings.c.trace)
    .where(_AFTER)
    .order_by(tellings.c.topic, tellings.c.telling)
    .limit(_AT_ONCE)
)


def mark(connection: Connection) -> None:
    for rows in _batches(connection):
        filing.spot(connection, [(topic, telling, filed(stored_trace(trace))) for topic, telling, trace in rows])


def _batches(connection: Connection) -> Iterator[Sequence[Row]]:
    topic, telling = -1, -1
    while rows := _NEXT.rows(connection, {"topic": topic, "telling": telling}):
        yield rows
        topic, telling, _ = rows[-1]
