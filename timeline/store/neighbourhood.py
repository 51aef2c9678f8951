"""Which reports of a topic may tell of the same happenings as others: found by their spots, and seen by their marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import orjson
from sqlalchemy import Connection

from timeline.chronology.marks import FOLDED, Judge, judge
from timeline.chronology.times import TIMES
from timeline.store.kept import Kept
from timeline.store.reports import told
from timeline.store.statements import Row, rows

_TEXTS = {
    "sqlite": "SELECT spot, telling, facts, words FROM json_each(?) AS given CROSS JOIN spots "
    "WHERE topic = ? AND spot = CAST(given.key AS INTEGER) AND facts & given.value & {times} "
    "AND (words | (words >> {folded})) & (given.value >> {bits})",
    "postgresql": "SELECT spot, telling, facts, words "
    "FROM unnest(%s::bigint[], %s::bigint[]) AS given (at, wanted), LATERAL (SELECT * FROM spots WHERE topic = %s "
    "AND spot = at AND facts & wanted & {times} <> 0 "
    "AND (words | (words >> {folded})) & (wanted >> {bits}) <> 0 OFFSET 0) AS found",
}
"""Each spot is looked for on its own: SQLite keeps to the order, and PostgreSQL would go through the whole topic, did
the offset not keep it from a join."""
_BITS = {"times": (1 << TIMES) - 1, "bits": TIMES, "folded": FOLDED}
_SPOTTED = {dialect: text.format(**_BITS) for dialect, text in _TEXTS.items()}


def neighbours(connection: Connection, topic: int, of: Sequence[Kept]) -> list[tuple[Kept, list[Kept]]]:
    """Each of these that may have neighbours, with what is stored and may tell of the same happening."""
    found = _spotted(connection, topic, _wanted(of))
    seen = _seen(found, of) if found else []
    known = frozenset[int]().union(*[near for _, near in seen])
    stored = {one.telling: one for one in told(connection, topic, known)} if known else {}
    return [(one, [stored[telling] for telling in near]) for one, near in seen]


def _wanted(of: Iterable[Kept]) -> dict[int, int]:
    """By spot, the bits that any of them looks for there."""
    bits: dict[int, int] = {}
    for sought in [one.filed.sought for one in of]:
        both = {spot: bits[spot] | sought[spot] for spot in bits.keys() & sought.keys()}
        bits |= sought
        bits |= both
    return bits


def _seen(found: Sequence[Row], of: Sequence[Kept]) -> list[tuple[Kept, set[int]]]:
    """Each with the tellings of those found where it is looked for whose marks do not rule them out."""
    seeking: dict[int, list[tuple[Judge, set[int]]]] = {spot: [] for spot, *_ in found}
    seen = []
    for one in of:
        spots, near = seeking.keys() & one.filed.sought.keys(), set[int]()
        if spots:
            asks = judge(one.trace), near
            seen.append((one, near))
            for spot in spots:
                seeking[spot].append(asks)
    for spot, telling, facts, words in found:
        for may, near in seeking[spot]:
            if telling not in near and may(facts, words):
                near.add(telling)
    return seen


def _spotted(connection: Connection, topic: int, bits: Mapping[int, int]) -> Sequence[Row]:
    """Of each spot the reports that are found there and have some of its bits, with their marks."""
    dialect = connection.dialect.name
    if dialect == "sqlite":
        given = orjson.dumps(bits, option=orjson.OPT_NON_STR_KEYS).decode()
        return rows(connection, _SPOTTED[dialect], (given, topic))
    return rows(connection, _SPOTTED[dialect], (list(bits), list(bits.values()), topic))
