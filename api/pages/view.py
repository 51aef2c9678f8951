"""What a chronology page shows of a Timeline: events in groups, the past told from what lay ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from timeline import wording
from timeline.chronology import certain
from timeline.interval import Granularity as G
from timeline.interval import Interval
from timeline.model import Event, Status, Timeline, When
from timeline.wording.units import last_second

_SPARSE = 6  # month headings from which a page with few events a month is told by years


@dataclass(frozen=True, slots=True)
class Row:
    """An event with the group it stands in.

    ``ahead``: nothing from here on was over at the newest report; ``turn``: the first such. ``open``: its time does not
    tell whether it came after the event before.
    """

    event: Event
    group: str
    ahead: bool
    turn: bool
    open: bool

    @property
    def words(self) -> str:
        return wording.words(self.event.when)

    @property
    def status(self) -> str:
        return wording.STATUSES[self.event.status]


@dataclass(frozen=True, slots=True)
class Group:
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """A page of a topic. ``newest`` is the latest publication among its sources, ``None`` without any."""

    timeline: Timeline
    groups: tuple[Group, ...]
    newest: datetime | None
    counts: tuple[tuple[Status, int], ...]


def chronology(timeline: Timeline) -> Chronology:
    events = timeline.events
    newest = max((source.published for event in events for source in event.sources), default=None)
    turn = _turn(events, newest.date()) if newest is not None and timeline.next is None else None
    label = _year if _by_year(events) else _month
    rows = [
        Row(event, label(event.when), turn is not None and index >= turn, index == turn, not certain(before, event))
        for index, (before, event) in enumerate(zip(_before(timeline), events, strict=False))
    ]
    groups = [(heading, tuple(members)) for heading, members in groupby(rows, key=lambda row: row.group)]
    counts = tuple((status, sum(event.status is status for event in events)) for status in Status)
    return Chronology(timeline, tuple(_continued(groups)), newest, tuple(c for c in counts if c[1]))


def _before(timeline: Timeline) -> Iterator[Interval | None]:
    """For each event, when the one before it was."""
    yield timeline.before
    yield from (event.when.interval or Interval(None, None) for event in timeline.events)


def _continued(groups: list[tuple[str, tuple[Row, ...]]]) -> Iterator[Group]:
    """A heading that comes again, after a whole year in between, says so."""
    seen: set[str] = set()
    for heading, rows in groups:
        yield Group(f"{heading}, continued" if heading in seen else heading, rows)
        seen.add(heading)


def _turn(events: tuple[Event, ...], newest: date) -> int | None:
    """Index of the first event from which on nothing was over on the day of the newest report."""
    over = [index for index, event in enumerate(events) if _over(event, newest)]
    index = over[-1] + 1 if over else 0
    return index if index < len(events) else None


def _over(event: Event, newest: date) -> bool:
    if event.status is Status.OCCURRED or event.when.interval is None:
        return True
    start, end = event.when.interval.start, event.when.interval.end
    if event.status is Status.DENIED and start is not None:
        return start.date() <= newest
    return end is not None and last_second(end).date() < newest


def _by_year(events: tuple[Event, ...]) -> bool:
    months = {_month(event.when) for event in events}
    return len(months) > _SPARSE and len(events) < 2 * len(months)


def _month(when: When) -> str:
    start = when.interval.start if when.interval is not None else None
    if start is None or when.granularity > G.MONTH:
        return _coarse(when)
    return wording.month(start)


def _year(when: When) -> str:
    start = when.interval.start if when.interval is not None else None
    return _coarse(when) if start is None or when.granularity > G.YEAR else wording.year(start.year)


def _coarse(when: When) -> str:
    """A heading for what may be in any of several months, or years."""
    if when.interval is None or when.interval.start is None:
        return "Beginning not known" if when.interval is not None and when.interval.end else "Date not known"
    return f"Some time {wording.words(when)}" if when.interval.end else f"{wording.year(when.interval.start.year)} on"
