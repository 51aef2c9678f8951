"""What one write means for each topic: its counts, and the moment its timeline last changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Integer, bindparam, case, func, select, update

from timeline.store.columns import later, microseconds
from timeline.store.schema import filings, topics
from timeline.store.statements import Statement

_RETOLD, _NOW = bindparam("retold", type_=Integer), bindparam("now", type_=topics.c.changed.type)
_NEWEST = select(func.max(filings.c.published)).where(filings.c.topic == bindparam("of")).scalar_subquery()
_TALLY = Statement(
    update(topics)
    .where(topics.c.key == bindparam("of"))
    .values(
        events=topics.c.events + bindparam("told"),
        articles=topics.c.articles + bindparam("filed"),
        newest=_NEWEST,
        edition=later(topics.c.edition, _NOW),
        # Strictly later each time, so that two states of a timeline never share a moment.
        changed=case((_RETOLD == 0, topics.c.changed), else_=later(topics.c.changed, _NOW)),
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

    def retold(self) -> Iterator[tuple[int, bool, bool]]:
        """The topics that are told anew, in the order of their keys: whether the article was there, and is now."""
        for topic in sorted(self.topics_before | self.topics):
            before, after = topic in self.topics_before, topic in self.topics
            if (self.records_before if before else []) != (self.records if after else []):
                yield topic, before, after

    def tallies(self, told: Mapping[int, int], revised: bool) -> Iterator[dict[str, int]]:
        """One for each topic that is not as it was. ``told``: how many more events the topics told anew have."""
        for topic in sorted(self.topics_before | self.topics):
            filed = (topic in self.topics) - (topic in self.topics_before)
            if filed or topic in told or revised:
                yield {"of": topic, "told": told.get(topic, 0), "filed": filed, "retold": int(topic in told)}


def settle(
    connection: Connection, change: Change, told: Mapping[int, int], now: datetime, *, revised: bool = False
) -> None:
    """``revised``: the article's text is another one, or the first, whatever events it tells."""
    for tally in change.tallies(told, revised):
        _TALLY.rows(connection, tally | {"now": microseconds(now)})
