"""What a chronology page shows of a Timeline: events in groups, the past told from what lay ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from api.pages.dated import UNKNOWN, Dated, dated
from api.pages.groups import MOST, chosen, headings
from timeline import wording
from timeline.chronology import certain
from timeline.model import Damaged, Event, Order, Status, Timeline
from timeline.remembering import Remembering
from timeline.wording.units import last_second

_REMEMBERED = 2000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """An event as pages show it, wherever it stands. ``headings`` may name its group, ``newest`` is the latest
    publication among its sources. Rows are told apart by being themselves."""

    event: Event
    dated: Dated
    headings: tuple[str, ...]
    newest: datetime | None
    publishers: frozenset[str]

    @property
    def damaged(self) -> bool:
        return isinstance(self.event, Damaged)

    @property
    def broken(self) -> bool:
        """Only its time cannot be shown."""
        return self.dated.broken or (self.damaged and bool(self.event.when.text))


@dataclass(frozen=True, slots=True)
class Group:
    """``first`` is the place of its first row on the page."""

    heading: str
    first: int
    size: int


@dataclass(frozen=True, slots=True)
class Chronology:
    """A page of a topic. ``certain`` tells of each row whether its time tells that it came after the event before;
    nothing from ``turn`` on was over at the ``newest`` report, the latest publication among the sources."""

    timeline: Timeline
    rows: Sequence[Row]
    groups: list[Group]
    certain: Sequence[bool]
    newest: datetime | None
    turn: int | None

    @property
    def publishers(self) -> list[str]:
        return sorted(frozenset().union(*[row.publishers for row in self.rows]))

    @property
    def counts(self) -> Counter[Status]:
        return Counter([event.status for event in self.timeline.events])


def chronology(timeline: Timeline) -> Chronology:
    rows = remembered.each(timeline.events)
    newest = max([row.newest for row in rows if row.newest], default=None)
    told_on = timeline.next is None and timeline.order is Order.ASC
    turn = _turn(timeline.events, newest.date()) if newest is not None and told_on else None
    return Chronology(timeline, rows, list(_groups(rows)), certain(timeline), newest, turn)


def row(event: Event) -> Row:
    when = dated(event.when, lambda: wording.told(event))
    return Row(
        event=event,
        dated=when,
        headings=(UNKNOWN,) * MOST if when.broken else headings(event.when),
        newest=max([source.published for source in event.sources], default=None),
        publishers=frozenset([source.publisher for source in event.sources if source.publisher]),
    )


remembered = Remembering(row, _REMEMBERED)


def _groups(rows: Sequence[Row]) -> Iterator[Group]:
    """Rows that follow each other; a heading that comes again, after a whole year in between, says so."""
    way = chosen([row.headings for row in rows if not row.dated.broken])
    seen: set[str] = set()
    first = 0
    for heading, members in groupby([row.headings[way] for row in rows]):
        size = len(list(members))
        yield Group(f"{heading}, continued" if heading in seen else heading, first, size)
        seen.add(heading)
        first += size


def _turn(events: tuple[Event, ...], newest: date) -> int | None:
    """Index of the first event from which on nothing was over on the day of the newest report."""
    last = next((index for index in range(len(events) - 1, -1, -1) if _over(events[index], newest)), -1)
    return last + 1 if last + 1 < len(events) else None


def _over(event: Event, newest: date) -> bool:
    if event.status is Status.OCCURRED or event.when.interval is None:
        return True
    start, end = event.when.interval.start, event.when.interval.end
    if event.status is Status.DENIED and start is not None:
        return start.date() <= newest
    return end is not None and last_second(end).date() < newest
