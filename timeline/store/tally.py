"""What one write means for each topic: its counts, and the moment its timeline last changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Integer, bindparam, case, update

from timeline.store.columns import microseconds
from timeline.store.schema import topics

_RETOLD, _NOW = bindparam("retold", type_=Integer), bindparam("now", type_=topics.c.changed.type)
_TALLY = (
    update(topics)
    .where(topics.c.key == bindparam("of"))
    .values(
        events=topics.c.events + bindparam("told"),
        articles=topics.c.articles + bindparam("filed"),
        # Strictly later each time, so that two states of a timeline never share a moment.
        changed=case((_RETOLD == 0, topics.c.changed), (topics.c.changed < _NOW, _NOW), else_=topics.c.changed + 1),
    )
)


@dataclass(frozen=True, slots=True)
class Change:
    """An article's event records and the keys of its topics, before a write and after it."""

    records_before: list[bytes]
    records: list[bytes]
    topics_before: frozenset[int]
    topics: frozenset[int]

    @property
    def retells(self) -> bool:
        moved = self.topics_before != self.topics
        return self.records_before != self.records or (moved and bool(self.records))

    def tallies(self) -> Iterator[dict[str, int]]:
        """One for each topic that is not as it was, in the order of their keys."""
        for topic in sorted(self.topics_before | self.topics):
            before = self.records_before if topic in self.topics_before else []
            after = self.records if topic in self.topics else []
            filed = (topic in self.topics) - (topic in self.topics_before)
            if filed or before != after:
                told = len(after) - len(before)
                yield {"of": topic, "told": told, "filed": filed, "retold": int(before != after)}


def settle(connection: Connection, change: Change, now: datetime) -> None:
    for tally in change.tallies():
        connection.execute(_TALLY, tally | {"now": microseconds(now)})
