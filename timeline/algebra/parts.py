"""Operators that take a part of a whole, or make a whole of two: the night of a Friday, the first week of May."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from timeline.algebra.calendar import Stretch, shift, some_day, unit_value
from timeline.algebra.operators import Anchors, Expression
from timeline.algebra.repeating import Repeating, Unit, containing, following, preceding
from timeline.interval import Granularity, Interval


@dataclass(frozen=True, slots=True)
class Nth:
    """The ``number``-th occurrence inside a whole, from its end when negative (the last week of May)."""

    number: int
    kind: Repeating
    whole: Expression

    def at(self, anchors: Anchors) -> Stretch:
        whole = self.whole.at(anchors)
        if self.number > 0:
            return following(self.kind, _first(self.kind, whole), self.number)
        return preceding(self.kind, whole.end, -self.number)


@dataclass(frozen=True, slots=True)
class Within:
    """The occurrence of a kind in a whole: the night of a Friday, the May of 2024, 5 p.m. of a day."""

    kind: Repeating
    whole: Expression

    def at(self, anchors: Anchors) -> Stretch:
        whole = self.whole.at(anchors)
        if self.kind.cycle is Granularity.DAY and (day := some_day(whole)):
            return Stretch(day.interval, Granularity.DAYPART, f"{day.value}{_hours(self.kind, whole)}")
        found = containing(self.kind, whole.start)
        if found is not None and self.kind.granularity < Granularity.DAY:
            return found
        found = following(self.kind, whole.start)
        if found.start >= whole.end:
            raise OverflowError(f"{whole.value} has no {self.kind}")
        return found


@dataclass(frozen=True, slots=True)
class Span:
    """From the start of one to the end of the other."""

    first: Expression
    last: Expression

    def at(self, anchors: Anchors) -> Stretch:
        first, last = self.first.at(anchors), self.last.at(anchors)
        interval = Interval(first.start, last.end)
        return Stretch(interval, max(first.granularity, last.granularity), f"{first.value}/{last.value}")


def _hours(kind: Repeating, whole: Stretch) -> str:
    """What TIMEX3 writes behind the day; it is that of any day."""
    return following(kind, whole.start).value[len(unit_value(Granularity.DAY, whole.start)) :]


def _first(kind: Repeating, whole: Stretch) -> datetime:
    """From where to count: ISO's first week of a month or year is the one with its first Thursday."""
    if isinstance(kind, Unit) and kind.granularity is Granularity.WEEK:
        return shift(Granularity.DAY, whole.start, -3)
    return whole.start
