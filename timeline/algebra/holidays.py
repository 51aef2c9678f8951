"""Named days that come round every year: fixed ones, and those that a rule or another calendar moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from timeline.algebra.calendar import DAY, Stretch, month_length, unit
from timeline.interval import Granularity, Interval

_RECKONS = "MV"
"""The country whose holidays have both the first day of Ramadan and the feast behind it."""
_LONGEST = 30


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


@dataclass(frozen=True, slots=True)
class Movable:
    """A day that another calendar moves: as the ``holidays`` package has it for a ``country`` under ``name``."""

    name: str
    country: str
    granularity: Granularity = Granularity.DAY
    cycle: Granularity = Granularity.YEAR

    def within(self, start: datetime) -> Stretch | None:
        day = _movable(self.name, self.country, start.year)
        return None if day is None else unit(Granularity.DAY, day)


@dataclass(frozen=True, slots=True)
class Fast:
    """Ramadan, from its first day to the day before Eid al-Fitr, as the ``holidays`` package reckons both.

    ``within`` gives the one that begins in the year; of two that do (as in 2030) the first.
    """

    name: str = "Ramadan"
    granularity: Granularity = Granularity.MONTH
    cycle: Granularity = Granularity.YEAR

    def within(self, start: datetime) -> Stretch | None:
        first = _movable("First Day of Ramadan", _RECKONS, start.year)
        if first is None:
            return None
        feasts = [_movable("Eid al-Fitr", _RECKONS, year) for year in (start.year, start.year + 1)]
        end = next((feast for feast in feasts if feast is not None and feast > first), first + _LONGEST * DAY)
        last = min(end, first + _LONGEST * DAY) - DAY
        return Stretch(Interval(first, last + DAY), self.granularity, f"{first.date()}/{last.date()}")


@lru_cache(maxsize=4096)
def _movable(name: str, country: str, year: int) -> datetime | None:
    from holidays import country_holidays

    found = country_holidays(country, years=year, language="en_US")
    days = [day for day, title in sorted(found.items()) if title.startswith(name)]
    return datetime(days[0].year, days[0].month, days[0].day) if days else None


@lru_cache(maxsize=512)
def _easter(year: int) -> datetime:
    from dateutil.easter import easter

    day = easter(year)
    return datetime(day.year, day.month, day.day)
