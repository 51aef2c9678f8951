"""Reading the reports of a topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from timeline.chronology.spots import SHARED
from timeline.store.kept import Kept, stored_trace
from timeline.store.lists import among, listed, numbers
from timeline.store.schema import events, spots, tellers, tellings

_COLUMNS = tuple(tellings.c[name] for name in ("component", "home", "lead", "copied", "trace"))
_OF_TOPIC = tellings.c.topic == bindparam("topic")


def told(connection: Connection, topic: int, given: Iterable[int]) -> list[Kept]:
    """Those of these tellings that the topic has."""
    return _found(connection, topic, _by(connection, "telling"), given)


def hanging(connection: Connection, topic: int, given: Iterable[int]) -> list[Kept]:
    """All reports of these components."""
    return _found(connection, topic, _by(connection, "component"), given)


def neighbours(connection: Connection, topic: int, sought: Iterable[int]) -> list[Kept]:
    """What shares as many of these spots as a neighbour must, and perhaps more."""
    return _found(connection, topic, _spotted(connection.dialect.name), sought)


def leads(connection: Connection, topic: int, given: Iterable[int]) -> dict[int, tuple[int, bool]]:
    """For each of these tellings that somebody tells: the event that told it first, and whether others do too."""
    dialect = connection.dialect.name
    values = {"topic": topic, "given": numbers(given, dialect)}
    rows = connection.execute(_told_by(dialect), values)
    return {row.telling: (row.first, row.first != row.last) for row in rows if row.first is not None}


def records(connection: Connection, keys: Iterable[int]) -> dict[int, bytes]:
    dialect = connection.dialect.name
    rows = connection.execute(_records(dialect), {"given": numbers(keys, dialect)})
    return {row.key: row.record for row in rows}


def copies(connection: Connection, topic: int, of: Iterable[int]) -> dict[int, list[bytes]]:
    """By home, the events of these components that print what another has told first."""
    dialect = connection.dialect.name
    given = list(of)
    found: dict[int, list[bytes]] = defaultdict(list)
    if given:
        for row in connection.execute(_copies(dialect), {"topic": topic, "given": numbers(given, dialect)}):
            found[row.home].append(row.record)
    return found


def _found(
    connection: Connection, topic: int, statement: Select[tuple[object, ...]], given: Iterable[int]
) -> list[Kept]:
    values = {"topic": topic, "given": numbers(given, connection.dialect.name)}
    return [_kept(row) for row in connection.execute(statement, values)]


def _kept(row: Row[tuple[object, ...]]) -> Kept:
    return Kept(stored_trace(row.trace), row.lead, row.copied, row.component, row.home)


def _by(connection: Connection, column: str) -> Select[tuple[object, ...]]:
    return _chosen(connection.dialect.name, column)


@cache
def _chosen(dialect: str, column: str) -> Select[tuple[object, ...]]:
    return select(*_COLUMNS).where(_OF_TOPIC, among(tellings.c[column], "given", dialect))


@cache
def _spotted(dialect: str) -> Select[tuple[object, ...]]:
    here = spots.c.topic == bindparam("topic"), among(spots.c.spot, "given", dialect)
    shared = select(spots.c.telling).where(*here).group_by(spots.c.telling).having(func.count() >= SHARED)
    return select(*_COLUMNS).where(_OF_TOPIC, tellings.c.telling.in_(shared))


@cache
def _told_by(dialect: str) -> Select[tuple[int, int, int]]:
    telling = listed("given", dialect)
    here = tellers.c.topic == bindparam("topic"), tellers.c.telling == telling
    order = tellers.c.published, tellers.c.id, tellers.c.key
    ends = [order, tuple(column.desc() for column in order)]
    first, last = (select(tellers.c.key).where(*here).order_by(*end).limit(1).scalar_subquery() for end in ends)
    return select(telling.label("telling"), first.label("first"), last.label("last"))


@cache
def _records(dialect: str) -> Select[tuple[int, bytes]]:
    return select(events.c.key, events.c.record).where(among(events.c.key, "given", dialect))


@cache
def _copies(dialect: str) -> Select[tuple[int, bytes]]:
    same = (tellers.c.topic == tellings.c.topic) & (tellers.c.telling == tellings.c.telling)
    return (
        select(tellings.c.home, events.c.record)
        .join(tellers, same)
        .join(events, events.c.key == tellers.c.key)
        .where(_OF_TOPIC, among(tellings.c.component, "given", dialect))
        .where(tellings.c.copied, tellers.c.key != tellings.c.lead)
    )
