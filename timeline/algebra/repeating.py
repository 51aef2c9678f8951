"""Kinds of stretch that come round again: weeks, Tuesdays, Septembers, winters, mornings, holidays.

Each knows its place in a cycle (a Tuesday in a week, a winter in a year); from that follow the occurrence that
contains a moment and those before and after it. The names follow SCATE's ``Repeating`` (Bethard and Parker 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Protocol

from timeline.algebra.calendar import DAY, Stretch, month_length, shift, unit, unit_start, unit_value
from timeline.interval import Granularity, Interval

_SEARCH = 12


class Repeating(Protocol):
    """``within`` gives the occurrence that begins in the cycle that begins at ``start``, if there is one."""

    @property
    def granularity(self) -> Granularity: ...
    @property
    def cycle(self) -> Granularity: ...
    def within(self, start: datetime) -> Stretch | None: ...


def occurrence(kind: Repeating, moment: datetime, cycles: int = 0) -> Stretch | None:
    """The occurrence in the cycle of ``moment``, or that many cycles away from it."""
    start = unit_start(kind.cycle, moment)
    return kind.within(shift(kind.cycle, start, cycles) if cycles else start)


def containing(kind: Repeating, moment: datetime) -> Stretch | None:
    """The occurrence that ``moment`` lies in, which may have begun in the cycle before (a winter in January)."""
    for cycles in (0, -1):
        found = occurrence(kind, moment, cycles)
        if found is not None and found.start <= moment < found.end:
            return found
    return None


def following(kind: Repeating, moment: datetime, count: int = 1) -> Stretch:
    """The ``count``-th occurrence that begins at or after ``moment``."""
    return _counted(kind, moment, count, 1)


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


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A named part of a day by TIMEX3 ``code`` (MO, NI …), from ``first`` to ``last`` o'clock of that day.

    A night is kept within the day on which it begins, because that is the day people mean by it.
    """

    code: str
    first: int
    last: int
    granularity: Granularity = Granularity.DAYPART
    cycle: Granularity = Granularity.DAY

    def within(self, start: datetime) -> Stretch | None:
        hours = Interval(start + timedelta(hours=self.first), start + timedelta(hours=self.last))
        return Stretch(hours, self.granularity, f"{unit_value(Granularity.DAY, start)}T{self.code}")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``zone``, where one was written, is minutes east of UTC or an IANA name (ET has two offsets)."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | str | None = None
    cycle: Granularity = Granularity.DAY

    @property
    def granularity(self) -> Granularity:
        return Granularity.MINUTE if self.second is None else Granularity.SECOND

    def within(self, start: datetime) -> Stretch | None:
        moment = start.replace(hour=self.hour, minute=self.minute or 0, second=self.second or 0)
        return unit(self.granularity, moment)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: a fixed one (month and day), or counted from Easter Sunday, or the n-th weekday of a month.

    ``weekday`` is ISO's; ``nth`` counts from the month's start, or from its end when negative; ``shift`` moves the
    day so found (Black Friday is the day after the fourth Thursday of November).
    """

    name: str
    month: int = 0
    day: int = 0
    easter: int | None = None
    weekday: int = 0
    nth: int = 0
    shift: int = 0
    granularity: Granularity = Granularity.DAY
    cycle: Granularity = Granularity.YEAR

    def within(self, start: datetime) -> Stretch | None:
        return unit(Granularity.DAY, self._day(start) + self.shift * DAY)

    def _day(self, year: datetime) -> datetime:
        if self.easter is not None:
            return _easter(year.year) + self.easter * DAY
        if not self.nth:
            return year.replace(month=self.month, day=self.day)
        first = year.replace(month=self.month, day=1)
        if self.nth > 0:
            return first + ((self.weekday - first.isoweekday()) % 7 + 7 * (self.nth - 1)) * DAY
        last = first.replace(day=month_length(first.year, first.month))
        return last - ((last.isoweekday() - self.weekday) % 7 + 7 * (-self.nth - 1)) * DAY


@lru_cache(maxsize=512)
def _easter(year: int) -> datetime:
    from dateutil.easter import easter

    day = easter(year)
    return datetime(day.year, day.month, day.day)
