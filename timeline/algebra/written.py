"""Dates written out, which hang on nothing but the calendar (and the order of their figures)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from timeline.algebra.calendar import Stretch, unit
from timeline.algebra.operators import Anchors, Expression
from timeline.algebra.values import before_christ
from timeline.interval import Granularity, Interval


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that hangs on nothing: 2024, the 1990s, 490 BC."""

    stretch: Stretch

    def at(self, anchors: Anchors) -> Stretch:
        return self.stretch


def bygone(granularity: Granularity, year: int) -> Fixed:
    """The year before Christ, or the decade or century that it lies in."""
    return Fixed(unit(granularity, before_christ(year)))


@dataclass(frozen=True, slots=True)
class TwoYears:
    """A season or financial year that runs through two years (2024/25), written with its own value."""

    first: Expression
    last: Expression
    value: str

    def at(self, anchors: Anchors) -> Stretch:
        return Stretch(Interval(self.first.at(anchors).start, self.last.at(anchors).end), Granularity.YEAR, self.value)


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in figures whose order of day and month has to be found out (3/4/24)."""

    first: int
    second: int
    year: int

    def day_and_month(self, anchors: Anchors) -> tuple[int, int]:
        """In the order that is usual, unless only the other is possible."""
        day, month = (self.first, self.second) if anchors.day_first else (self.second, self.first)
        return (month, day) if month > 12 else (day, month)

    def at(self, anchors: Anchors) -> Stretch:
        day, month = self.day_and_month(anchors)
        return Possible(self.year, month, day).at(anchors)


@dataclass(frozen=True, slots=True)
class Possible:
    """A calendar day as written, ``year`` included; impossible ones raise when they meet the calendar."""

    year: int
    month: int
    day: int

    def at(self, anchors: Anchors) -> Stretch:
        try:
            return unit(Granularity.DAY, datetime(self.year, self.month, self.day))
        except ValueError as error:
            raise OverflowError(str(error)) from error
