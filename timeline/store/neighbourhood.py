"""Which reports of a topic may tell of the same happenings as others: found by their spots, and seen by their marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

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
    "postgresql": "SELECT spots.spot, telling, facts, words "
    "FROM unnest(%s::bigint[], %s::bigint[]) AS given (spot, wanted) JOIN spots ON spots.spot = given.spot "
    "WHERE topic = %s AND facts & wanted & {times} <> 0 "
    "AND (words | (words >> {folded})) & (wanted >> {bits}) <> 0",
}
"""What is looked for leads in both: SQLite goes by the order, PostgreSQL by how few these are."""
_BITS = {"times": (1 << TIMES) - 1, "bits": TIMES, "folded": FOLDED}
_SPOTTED = {dialect: text.format(**_BITS) for dialect, text in _TEXTS.items()}


class Seeking(NamedTuple):
    """A report, what may be its neighbours, and the tellings of those that were found."""

    one: Kept
    may: Judge
    near: set[int]


def neighbours(connection: Connection, topic: int, of: Iterable[Kept]) -> list[tuple[Kept, list[Kept]]]:
    """Each of these with what is stored and may tell of the same happening."""
    seeking = [Seeking(one, judge(one.trace), set()) for one in of]
    bits: dict[int, int] = {}
    at: dict[int, list[Seeking]] = defaultdict(list)
    for each in seeking:
        for spot, wanted in each.one.filed.sought.items():
            bits[spot] = bits.get(spot, 0) | wanted
            at[spot].append(each)
    for spot, telling, facts, words in _spotted(connection, topic, bits) if bits else ():
        for _, may, near in at[spot]:
            if telling not in near and may(facts, words):
                near.add(telling)
    known = frozenset[int]().union(*[near for _, _, near in seeking])
    found = {one.telling: one for one in told(connection, topic, known)} if known else {}
    return [(one, [found[telling] for telling in near]) for one, _, near in seeking]


def _spotted(connection: Connection, topic: int, bits: Mapping[int, int]) -> Sequence[Row]:
    """Of each spot the reports that are found there and have some of these bits."""
    dialect = connection.dialect.name
    if dialect == "sqlite":
        given = ",".join([f'"{spot}":{some}' for spot, some in bits.items()])
        return rows(connection, _SPOTTED[dialect], (f"{{{given}}}", topic))
    return rows(connection, _SPOTTED[dialect], (list(bits), list(bits.values()), topic))
