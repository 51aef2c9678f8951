"""Reading the reports of a topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Select, bindparam, case, func, select

from timeline.store.chronologies import happenings, tellers, tellings
from timeline.store.kept import Kept, stored_trace
from timeline.store.lists import among, listed, numbers
from timeline.store.schema import events
from timeline.store.statements import Row, Statement

_COLUMNS = tuple(tellings.c[name] for name in ("home", "lead", "copied", "trace"))
_OF_TOPIC = tellings.c.topic == bindparam("topic")
# What is added to the topic keeps SQLite from looking through a whole one for a few homes.
_AMONG_OTHERS = tellings.c.topic + 0 == bindparam("topic")


def told(connection: Connection, topic: int, given: Iterable[int]) -> list[Kept]:
    """Those of these tellings that the topic has."""
    return _found(connection, topic, _TOLD, given)


def at_home(connection: Connection, topic: int, given: Iterable[int]) -> list[Kept]:
    """All reports of the happenings with these homes."""
    return _found(connection, topic, _AT_HOME, given)


def leads(connection: Connection, topic: int, given: Iterable[int]) -> dict[int, tuple[int, bool]]:
    """For each of these tellings that somebody tells: the event that told it first, and whether others do too."""
    rows = _LEADS.rows(connection, {"topic": topic, "given": numbers(given, connection.dialect.name)})
    return {telling: (first, first != last) for telling, first, last in rows if first is not None}


def records(connection: Connection, keys: Iterable[int]) -> dict[int, bytes]:
    return dict(_RECORDS.rows(connection, {"given": numbers(keys, connection.dialect.name)}))


def stored(connection: Connection, topic: int, keys: Iterable[int]) -> Sequence[Row]:
    """The events of these keys, each with what it tells together with others of the topic; ``None`` by itself."""
    return _STORED.rows(connection, {"topic": topic, "given": numbers(keys, connection.dialect.name)})


def copies(connection: Connection, topic: int, of: Iterable[int]) -> dict[int, list[bytes]]:
    """By home, the events that print what another has told first."""
    found: dict[int, list[bytes]] = defaultdict(list)
    if given := list(of):
        values = {"topic": topic, "given": numbers(given, connection.dialect.name)}
        for home, record in _COPIES.rows(connection, values):
            found[home].append(record)
    return found


def _found(connection: Connection, topic: int, statement: Statement, given: Iterable[int]) -> list[Kept]:
    rows = statement.rows(connection, {"topic": topic, "given": numbers(given, connection.dialect.name)})
    return [Kept(stored_trace(trace), lead, bool(copied), home) for home, lead, copied, trace in rows]


def _told(dialect: str) -> Select[tuple[object, ...]]:
    return select(*_COLUMNS).where(_OF_TOPIC, among(tellings.c.telling, "given", dialect))


def _at_home(dialect: str) -> Select[tuple[object, ...]]:
    return select(*_COLUMNS).where(_AMONG_OTHERS, among(tellings.c.home, "given", dialect))


def _told_by(dialect: str) -> Select[tuple[int, int, int]]:
    telling = listed(tellers.c.telling, "given", dialect)
    here = tellers.c.topic == bindparam("topic"), tellers.c.telling == telling
    order = tellers.c.published, tellers.c.id, tellers.c.key
    ends = [order, tuple(column.desc() for column in order)]
    first, last = (select(tellers.c.key).where(*here).order_by(*end).limit(1).scalar_subquery() for end in ends)
    return select(telling.label("telling"), first.label("first"), last.label("last"))


def _records(dialect: str) -> Select[tuple[int, bytes]]:
    return select(events.c.key, events.c.record).where(among(events.c.key, "given", dialect))


def _stored(dialect: str) -> Select[tuple[int, bytes, bytes | None]]:
    """SQLite reads whole records to find one of ``happenings``: it is asked only where there are several reports."""
    here = _AMONG_OTHERS, tellings.c.home == events.c.key
    several = select(func.count()).select_from(tellings).where(*here).scalar_subquery() > 1
    merged = select(happenings.c.record).where(
        happenings.c.topic == bindparam("topic"), happenings.c.home == events.c.key
    )
    return select(events.c.key, events.c.record, case((several, merged.scalar_subquery()))).where(
        among(events.c.key, "given", dialect)
    )


def _copies(dialect: str) -> Select[tuple[int, bytes]]:
    same = (tellers.c.topic == tellings.c.topic) & (tellers.c.telling == tellings.c.telling)
    return (
        select(tellings.c.home, events.c.record)
        .join(tellers, same)
        .join(events, events.c.key == tellers.c.key)
        .where(_AMONG_OTHERS, among(tellings.c.home, "given", dialect))
        .where(tellings.c.copied, tellers.c.key != tellings.c.lead)
    )


_TOLD, _AT_HOME = map(Statement, (_told, _at_home))
_LEADS, _RECORDS = map(Statement, (_told_by, _records))
_STORED, _COPIES = map(Statement, (_stored, _copies))
