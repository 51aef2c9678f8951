"""Columns of days, and a topic's events as they are counted in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, case

from timeline.density import SHORT, Bin, Density, Stretch
from timeline.model import Status, Topic
from timeline.selection import Selection
from timeline.store.order import OPEN_END, OPEN_START, Place

OPEN, WITHIN = -1, -2


@dataclass(frozen=True, slots=True)
class Columns:
    """From the day ``first`` on, as an ordinal, to ``last``; each is ``unit`` days wide."""

    first: int
    last: int
    unit: int

    def at(self, day: ColumnElement[int]) -> ColumnElement[int]:
        inside = case((day < self.first, self.first), (day > self.last, self.last), else_=day)
        return (inside - self.first) // self.unit

    def of(self, place: Place) -> tuple[int, int]:
        """The columns of one event, as `timeline.store.densities` counts it."""
        started, ended = place.earliest > OPEN_START, place.latest < OPEN_END
        if started and ended and place.latest - place.earliest < SHORT * self.unit:
            return self._at((place.earliest + place.latest) // 2), WITHIN
        return self._at(place.earliest) if started else OPEN, self._at(place.latest) if ended else OPEN

    def _at(self, day: int) -> int:
        return (min(max(day, self.first), self.last) - self.first) // self.unit

    def days(self, place: int) -> tuple[date, date]:
        first = date.fromordinal(self.first + place * self.unit)
        return first, date.fromordinal(min(first.toordinal() + self.unit - 1, self.last))


NOWHERE = Columns(1, 1, 1)


class Counted(NamedTuple):
    """How many events of a status are in the column ``beginning``, or reach from there to ``ending``."""

    beginning: int
    ending: int
    status: str
    number: int


def density_of(topic: Topic, as_of: datetime, known: Columns | None, rows: Sequence[Counted]) -> Density:
    columns = known or NOWHERE
    return Density(
        topic=topic,
        as_of=as_of,
        first=date.fromordinal(known.first) if known else None,
        last=date.fromordinal(known.last) if known else None,
        unit=columns.unit,
        bins=tuple(_bins(columns, rows)),
        stretches=tuple(_stretches(columns, rows)),
    )


def columns_over(selection: Selection, earliest: int | None, latest: int | None, most: int) -> Columns | None:
    """Over the days asked for, else between the first and the last known end."""
    first, last = selection.first, selection.last
    if first is None or last is None:
        if earliest is None or latest is None:
            return None
        first = first or min(date.fromordinal(earliest), last or date.max)
        last = last or max(date.fromordinal(latest), first)
    days = (last - first) // timedelta(days=1) + 1
    return Columns(first.toordinal(), last.toordinal(), -(-days // most))


def _bins(columns: Columns, rows: Iterable[Counted]) -> Iterator[Bin]:
    found: dict[int, dict[Status, int]] = defaultdict(dict)
    for row in rows:
        if row.ending == WITHIN:
            found[row.beginning][Status(row.status)] = row.number
    for column, counts in found.items():
        first, last = columns.days(column)
        yield Bin(first=first, last=last, counts=counts)


def _stretches(columns: Columns, rows: Iterable[Counted]) -> Iterator[Stretch]:
    for row in rows:
        if row.ending != WITHIN:
            yield Stretch(
                first=None if row.beginning == OPEN else columns.days(row.beginning)[0],
                last=None if row.ending == OPEN else columns.days(row.ending)[1],
                status=Status(row.status),
                count=row.number,
            )
