"""Operators that go a distance from a base: days, units, years of comparison."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.algebra.calendar import Stretch, shift, some_day, unit
from timeline.algebra.operators import PUBLICATION, Anchors, Expression
from timeline.algebra.repeating import Unit, preceding
from timeline.interval import Granularity

_COMPARED = (Granularity.QUARTER, Granularity.HALF)


@dataclass(frozen=True, slots=True)
class YearsAway:
    """Years before or after what was last spoken of, in its own granularity where that is part of a year.

    Company reports compare a quarter with "a year earlier": the same quarter of the year before.
    """

    count: int
    base: Expression = PUBLICATION

    def at(self, anchors: Anchors) -> Stretch:
        period = anchors.period
        base = period if period is not None and period.granularity in _COMPARED else self.base.at(anchors)
        kept = base.granularity if base.granularity in _COMPARED else Granularity.YEAR
        return unit(kept, shift(Granularity.YEAR, base.start, self.count))


@dataclass(frozen=True, slots=True)
class Quarter:
    """The quarter last spoken of, else the last one that is over, as it must be where ``over`` is set."""

    over: bool = False

    def at(self, anchors: Anchors) -> Stretch:
        period, today = anchors.period, anchors.publication.start
        if period is not None and period.granularity is Granularity.QUARTER:
            return period if not self.over or period.end <= today else preceding(Unit(Granularity.QUARTER), today)
        return preceding(Unit(Granularity.QUARTER), today)


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """That year's part of the length last spoken of ("the 1988 period"), else of ``part``, else the year itself."""

    year: Expression
    part: Expression | None = None

    def at(self, anchors: Anchors) -> Stretch:
        period = anchors.period
        if period is None or period.granularity not in _COMPARED:
            if self.part is None:
                return self.year.at(anchors)
            period = self.part.at(anchors)
        return unit(period.granularity, period.start.replace(year=self.year.at(anchors).start.year))


@dataclass(frozen=True, slots=True)
class Day:
    """A day some days before or after the base (yesterday, the day after tomorrow, the next day).

    Which day of a month or a year it is nobody said, where the base is one.
    """

    count: int
    base: Expression = PUBLICATION

    def at(self, anchors: Anchors) -> Stretch:
        base = self.base.at(anchors)
        return some_day(base) or unit(Granularity.DAY, shift(Granularity.DAY, base.start, self.count))


@dataclass(frozen=True, slots=True)
class Moved:
    """The unit that lies whole units before (negative ``count``) or after the base (three weeks ago)."""

    granularity: Granularity
    count: int
    base: Expression = PUBLICATION
    keep: bool = False

    def at(self, anchors: Anchors) -> Stretch:
        base = self.base.at(anchors)
        moved = shift(self.granularity, base.start, self.count)
        finest = min(max(base.granularity, Granularity.DAY), self.granularity)
        return unit(finest if self.keep else self.granularity, moved)
