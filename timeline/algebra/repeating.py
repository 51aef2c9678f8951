"""Kinds of stretch that come round again: weeks, Tuesdays, Septembers, winters, mornings, holidays.

Each knows its place in a cycle (a Tuesday in a week, a winter in a year); from that follow the occurrence that
contains a moment and those before and after it. The names follow SCATE's ``Repeating`` (Bethard and Parker 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Protocol

from timeline.algebra.calendar import DAY, Stretch, month_length, shift, unit, unit_start
from timeline.interval import Granularity

_SEARCH = 12
_KEPT = 4096


class Repeating(Protocol):
    """``within`` gives the occurrence that begins in the cycle that begins at ``start``, if there is one."""

    @property
    def granularity(self) -> Granularity: ...
    @property
    def cycle(self) -> Granularity: ...
    def within(self, start: datetime) -> Stretch | None: ...
    def __hash__(self) -> int: ...


def occurrence(kind: Repeating, moment: datetime, cycles: int = 0) -> Stretch | None:
    """The occurrence in the cycle of ``moment``, or that many cycles away from it."""
    start = unit_start(kind.cycle, moment)
    return kind.within(shift(kind.cycle, start, cycles) if cycles else start)


@lru_cache(maxsize=_KEPT)
def containing(kind: Repeating, moment: datetime) -> Stretch | None:
    """The occurrence that ``moment`` lies in, which may have begun in the cycle before (a winter in January)."""
    for cycles in (0, -1):
        found = occurrence(kind, moment, cycles)
        if found is not None and found.start <= moment < found.end:
            return found
    return None


@lru_cache(maxsize=_KEPT)
def following(kind: Repeating, moment: datetime, count: int = 1) -> Stretch:
    """The ``count``-th occurrence that begins at or after ``moment``."""
    return _counted(kind, moment, count, 1)


@lru_cache(maxsize=_KEPT)
def preceding(kind: Repeating, moment: datetime, count: int = 1) -> Stretch:
    """The ``count``-th occurrence back from ``moment`` that is over by then."""
    return _counted(kind, moment, count, -1)


def _counted(kind: Repeating, moment: datetime, count: int, step: int) -> Stretch:
    seen = 0
    for cycles in range(-1, count + _SEARCH):
        found = occurrence(kind, moment, cycles * step)
        if found is not None and (found.start >= moment if step > 0 else found.end <= moment):
            seen += 1
            if seen == count:
                return found
    raise OverflowError(f"no occurrence of {kind} near {moment:%Y-%m-%d}")


@dataclass(frozen=True, slots=True)
class Unit:
    """Every calendar unit: each week, each month, each weekend."""

    granularity: Granularity

    @property
    def cycle(self) -> Granularity:
        return self.granularity

    def within(self, start: datetime) -> Stretch | None:
        return unit(self.granularity, start)


@dataclass(frozen=True, slots=True)
class Weekday:
    """``number`` is ISO's: Monday 1 to Sunday 7."""

    number: int
    granularity: Granularity = Granularity.DAY
    cycle: Granularity = Granularity.WEEK

    def within(self, start: datetime) -> Stretch | None:
        return unit(Granularity.DAY, start + (self.number - 1) * DAY)


@dataclass(frozen=True, slots=True)
class Month:
    number: int
    granularity: Granularity = Granularity.MONTH
    cycle: Granularity = Granularity.YEAR

    def within(self, start: datetime) -> Stretch | None:
        return unit(Granularity.MONTH, start.replace(month=self.number))


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """The ``number``-th half, quarter or month-counted part of a year, from 1."""

    granularity: Granularity
    number: int
    cycle: Granularity = Granularity.YEAR

    def within(self, start: datetime) -> Stretch | None:
        return unit(self.granularity, shift(self.granularity, start, self.number - 1))


@dataclass(frozen=True, slots=True)
class Season:
    """``month`` is the one in which it begins: 3, 6, 9 or 12."""

    month: int
    granularity: Granularity = Granularity.SEASON
    cycle: Granularity = Granularity.YEAR

    def within(self, start: datetime) -> Stretch | None:
        return unit(Granularity.SEASON, start.replace(month=self.month))


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month: of any month where ``month`` is ``None``; only years in which it is that ISO ``weekday``."""

    day: int
    month: int | None = None
    weekday: int | None = None
    granularity: Granularity = Granularity.DAY

    @property
    def cycle(self) -> Granularity:
        return Granularity.MONTH if self.month is None else Granularity.YEAR

    def within(self, start: datetime) -> Stretch | None:
        month = self.month or start.month
        if self.day > month_length(start.year, month):
            return None
        day = start.replace(month=month, day=self.day)
        return unit(Granularity.DAY, day) if self.weekday in (None, day.isoweekday()) else None
