"""What a chronology page shows of a Timeline: events in groups, the past told from what lay ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import inf
from operator import attrgetter

from api.pages.dated import Dated, dated
from api.pages.groups import BROKEN, Group, Headings, groups, headings
from timeline import wording
from timeline.chronology import certain
from timeline.model import Damaged, Event, Order, Status, Timeline
from timeline.remembering import Latest, Remembering, Whole, middle
from timeline.wording.units import last_second

_REMEMBERED = 2000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """An event as pages show it, wherever it stands. ``headings`` may name its group, ``newest`` is the latest
    publication among its sources, ``since`` 1970 in seconds. Rows are told apart by being themselves."""

    event: Event
    dated: Dated
    headings: Headings
    newest: datetime | None
    since: float
    publishers: frozenset[str]

    @property
    def damaged(self) -> bool:
        return isinstance(self.event, Damaged)

    @property
    def broken(self) -> bool:
        """Only its time cannot be shown."""
        return self.dated.broken or (self.damaged and bool(self.event.when.text))


@dataclass(frozen=True, slots=True)
class Chronology:
    """A page of a topic. ``certain`` tells of each row whether its time tells that it came after the event before;
    nothing from ``turn`` on was over at the ``newest`` report, the latest publication among the sources."""

    timeline: Timeline
    rows: Sequence[Row]
    groups: Sequence[Group]
    certain: Sequence[bool]
    newest: datetime | None
    turn: int | None

    @property
    def publishers(self) -> Sequence[str]:
        return _all_publishers(middle(self.rows), list(map(attrgetter("publishers"), self.rows)))

    @property
    def counts(self) -> Counter[Status]:
        return Counter([event.status for event in self.timeline.events])


def chronology(timeline: Timeline) -> Chronology:
    rows = remembered.each(timeline.events)
    newest = max(rows, key=attrgetter("since")).newest if rows else None
    told_on = timeline.next is None and timeline.order is Order.ASC
    turn = _turn(timeline.events, newest.date()) if newest is not None and told_on else None
    grouped = _groups(middle(rows), list(map(attrgetter("headings"), rows)))
    return Chronology(timeline, rows, grouped, certain(timeline), newest, turn)


def row(event: Event) -> Row:
    when, names = _time(event)
    newest = max([source.published for source in event.sources], default=None)
    return Row(
        event=event,
        dated=when,
        headings=names,
        newest=newest,
        since=-inf if newest is None else newest.timestamp(),
        publishers=frozenset([source.publisher for source in event.sources if source.publisher]),
    )


remembered = Remembering(row, _REMEMBERED)


def _time(event: Event) -> tuple[Dated, Headings]:
    """An event that is told anew has most often the time it had."""
    key = event.when, event.status, event.reason
    known = _TIMES.get(key)
    if known is None:
        when = dated(event.when, lambda: wording.told(event))
        known = when, BROKEN if when.broken else headings(event.when)
        _TIMES.keep(key, known)
    return known


_TIMES = Latest[Hashable, tuple[Dated, Headings]](_REMEMBERED)


def _united(publishers: Sequence[frozenset[str]]) -> Sequence[str]:
    return sorted(frozenset().union(*publishers))


_all_publishers = Whole(_united)
_groups = Whole(groups)


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
