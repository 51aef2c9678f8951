"""What a chronology page shows of a Timeline: events in groups, the past told from what lay ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from api.pages.dated import UNKNOWN, Dated, dated
from api.pages.groups import labels
from timeline import wording
from timeline.chronology import certain
from timeline.model import Damaged, Event, Order, Status, Timeline
from timeline.remembering import Remembering
from timeline.wording.units import last_second

_REMEMBERED = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event with the group it stands in.

    ``ahead``: nothing from here on was over at the newest report; ``turn``: the first such. ``open``: its time does not
    tell whether it came after the event before.
    """

    event: Event
    dated: Dated
    group: str = UNKNOWN
    ahead: bool = False
    turn: bool = False
    open: bool = False

    @property
    def damaged(self) -> bool:
        return isinstance(self.event, Damaged)

    @property
    def broken(self) -> bool:
        """Only its time cannot be shown."""
        return self.dated.broken or (self.damaged and bool(self.event.when.text))


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

    @property
    def turns(self) -> bool:
        return any(row.turn for group in self.groups for row in group.rows)

    @property
    def publishers(self) -> list[str]:
        sources = (source for event in self.timeline.events for source in event.sources)
        return sorted({source.publisher for source in sources if source.publisher})


def chronology(timeline: Timeline) -> Chronology:
    events = timeline.events
    newest = max((source.published for event in events for source in event.sources), default=None)
    told_on = timeline.next is None and timeline.order is Order.ASC
    turn = _turn(events, newest.date()) if newest is not None and told_on else None
    rows = list(_rows(timeline, turn))
    groups = [(heading, tuple(members)) for heading, members in groupby(rows, key=lambda row: row.group)]
    counts = tuple((status, sum(event.status is status for event in events)) for status in Status)
    return Chronology(timeline, tuple(_continued(groups)), newest, tuple(c for c in counts if c[1]))


def row(event: Event) -> Row:
    """An event by itself."""
    return Row(event=event, dated=dated(event.when, lambda: wording.told(event)))


remembered = Remembering(row, _REMEMBERED)


def _rows(timeline: Timeline, turn: int | None) -> Iterator[Row]:
    rows = [remembered(event) for event in timeline.events]
    label = labels([each.event.when for each in rows if not each.dated.broken])
    for index, (each, sure) in enumerate(zip(rows, certain(timeline), strict=True)):
        yield replace(
            each,
            group=UNKNOWN if each.dated.broken else label(each.event.when),
            ahead=turn is not None and index >= turn,
            turn=index == turn,
            open=not sure,
        )


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
