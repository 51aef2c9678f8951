"""Operators that take a part of a whole, or make a whole of two: the night of a Friday, the first week of May."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from timeline.algebra.calendar import DAY, Stretch, shift, some_day
from timeline.algebra.distance import Day
from timeline.algebra.hours import Clock
from timeline.algebra.lengths import Period
from timeline.algebra.operators import STORY, Anchors, Expression
from timeline.algebra.repeating import Repeating, Unit, containing, following, preceding
from timeline.algebra.values import unit_value
from timeline.interval import Granularity, Interval

_HOURS = 24


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
    """The occurrence of a kind in a whole: the night of a Friday, the May of 2024, 5 p.m. of a day.

    The hour 24 of a day is the first instant of the next.
    """

    kind: Repeating
    whole: Expression

    def at(self, anchors: Anchors) -> Stretch:
        if isinstance(self.kind, Clock) and self.kind.hour == _HOURS:
            return Within(replace(self.kind, hour=0), Day(1, self.whole)).at(anchors)
        whole = self.whole.at(anchors)
        if self.kind.cycle is Granularity.DAY and (day := some_day(whole)):
            return Stretch(day.interval, Granularity.DAYPART, f"{day.value}{_hours(self.kind, whole)}")
        if self.kind.granularity < Granularity.DAY and (found := containing(self.kind, whole.start)) is not None:
            return found
        found = following(self.kind, whole.start)
        if found.start >= whole.end:
            raise OverflowError(f"{whole.value} has no {self.kind}")
        return found


@dataclass(frozen=True, slots=True)
class Closing:
    """A clock time that ends a range: on the next day where its own lies before the ``opening`` of the range."""

    kind: Clock
    whole: Expression
    opening: Expression = STORY

    def at(self, anchors: Anchors) -> Stretch:
        found, opening = Within(self.kind, self.whole).at(anchors), self.opening.at(anchors)
        if found.interval is None or not found.end <= opening.start < found.start + DAY:
            return found
        return Within(self.kind, Day(1, self.whole)).at(anchors)


@dataclass(frozen=True, slots=True)
class FirstUnits:
    """The first so many units of a whole, the last ones where ``last`` is set: the first three months of 2024."""

    length: Period
    whole: Expression
    last: bool = False

    def at(self, anchors: Anchors) -> Stretch:
        whole, count = self.whole.at(anchors), int(self.length.count or 0)
        first = shift(self.length.granularity, whole.end, -count) if self.last else whole.start
        last = whole.end if self.last else shift(self.length.granularity, whole.start, count)
        if first < whole.start or last > whole.end:
            raise OverflowError(f"{whole.value} is not as long as {self.length.value}")
        return Stretch(Interval(first, last), self.length.granularity, self.length.value)


@dataclass(frozen=True, slots=True)
class Span:
    """From the start of one to the end of the other."""

    first: Expression
    last: Expression

    def at(self, anchors: Anchors) -> Stretch:
        first, last = self.first.at(anchors), self.last.at(anchors)
        interval = Interval(first.start, last.end)
        return Stretch(interval, max(first.granularity, last.granularity), f"{first.value}/{last.value}")


@dataclass(frozen=True, slots=True)
class Listed:
    """Several times that share their words ("May 3, 4 and 5"), in the order of the text."""

    members: tuple[Expression, ...]

    def at(self, anchors: Anchors) -> Stretch:
        return Span(self.members[0], self.members[-1]).at(anchors)


def _hours(kind: Repeating, whole: Stretch) -> str:
    """What TIMEX3 writes behind the day; it is that of any day."""
    return following(kind, whole.start).value[len(unit_value(Granularity.DAY, whole.start)) :]


def _first(kind: Repeating, whole: Stretch) -> datetime:
    """From where to count: ISO's first week of a month or year is the one with its first Thursday."""
    if isinstance(kind, Unit) and kind.granularity is Granularity.WEEK:
        return shift(Granularity.DAY, whole.start, -3)
    return whole.start
