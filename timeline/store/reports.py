"""The reports of a topic as the store keeps them, and the statements that read and write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

import orjson
from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, update

from timeline.chronology.spots import SHARED
from timeline.chronology.spots import kept as standing_at
from timeline.chronology.trace import Reach, Trace
from timeline.store.lists import among, listed, numbers
from timeline.store.schema import events, spots, tellers, tellings

_COLUMNS = tuple(tellings.c[name] for name in ("component", "home", "lead", "copied", "trace"))
_OF_TOPIC = tellings.c.topic == bindparam("topic")
_UNTOLD = delete(tellers).where(
    *(tellers.c[name] == bindparam(f"of_{name}") for name in ("topic", "telling", "published", "id", "key"))
)
_SPOTTED = "INSERT INTO spots (topic, spot, telling) VALUES (?, ?, ?)"  # a hundred rows an article, and plain ones
_DROPPED = delete(tellings).where(tellings.c.topic == bindparam("of"), tellings.c.telling == bindparam("gone"))
_UNSPOTTED = delete(spots).where(
    spots.c.topic == bindparam("of"), spots.c.spot == bindparam("at"), spots.c.telling == bindparam("gone")
)
_MOVED = (
    update(tellings)
    .where(tellings.c.topic == bindparam("of"), tellings.c.telling == bindparam("it"))
    .values({name: bindparam(f"to_{name}") for name in ("component", "home", "copied")})
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A report in its topic. ``copied``: others print it too. ``component`` and ``home`` are 0 before it has any."""

    trace: Trace
    lead: int
    copied: bool
    component: int = 0
    home: int = 0

    @property
    def telling(self) -> int:
        return self.trace.telling


def trace_bytes(trace: Trace) -> bytes:
    return orjson.dumps(
        (
            trace.telling, trace.article, trace.sentence, trace.publisher, trace.published,
            tuple(trace.reach), trace.placed, trace.firm, trace.planned, trace.moves,
            sorted(trace.head), sorted(trace.words), sorted(trace.names), trace.keys,
        )
    )  # fmt: skip


def stored_trace(stored: bytes) -> Trace:
    telling, article, sentence, publisher, published, reach, placed, firm, planned, moves, *words, keys = orjson.loads(
        stored
    )
    head, whole, names = map(frozenset, words)
    return Trace(
        telling, article, sentence, publisher, published,
        Reach(*reach), placed, firm, planned, moves, head, whole, names, tuple(keys),
    )  # fmt: skip


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


def tell(connection: Connection, topic: int, rows: list[dict[str, object]]) -> None:
    """``rows`` as in ``tellers``, without the topic."""
    if rows:
        connection.execute(insert(tellers), [{"topic": topic, **row} for row in rows])


def untell(connection: Connection, topic: int, rows: list[dict[str, object]]) -> None:
    given = [{f"of_{name}": value for name, value in row.items()} for row in rows]
    if given:
        connection.execute(_UNTOLD, [{"of_topic": topic, **row} for row in given])


def add(connection: Connection, topic: int, kept: list[Kept]) -> None:
    if not kept:
        return
    rows = [
        {
            "topic": topic, "telling": one.telling, "component": one.component, "home": one.home,
            "lead": one.lead, "copied": one.copied, "trace": trace_bytes(one.trace),
        }
        for one in kept
    ]  # fmt: skip
    connection.execute(insert(tellings), rows)
    if standing := [(topic, spot, one.telling) for one in kept for spot in standing_at(one.trace)]:
        mark = "%s" if connection.dialect.name == "postgresql" else "?"
        connection.exec_driver_sql(_SPOTTED.replace("?", mark), standing)


def drop(connection: Connection, topic: int, kept: Collection[Kept]) -> None:
    if kept:
        connection.execute(_DROPPED, [{"of": topic, "gone": one.telling} for one in kept])
    if standing := [{"of": topic, "at": at, "gone": one.telling} for one in kept for at in standing_at(one.trace)]:
        connection.execute(_UNSPOTTED, standing)


def move(connection: Connection, topic: int, kept: list[Kept]) -> None:
    """To the component and home they have now, copied or not."""
    if kept:
        rows = [
            {
                "of": topic, "it": one.telling, "to_component": one.component, "to_home": one.home,
                "to_copied": one.copied,
            }
            for one in kept
        ]  # fmt: skip
        connection.execute(_MOVED, rows)


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
