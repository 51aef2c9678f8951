"""Units of the civil calendar: where they begin, and how they are shifted.

ISO 8601 weeks; meteorological seasons of the northern hemisphere, a winter carrying the year of its December.
Everything is proleptic Gregorian; a date outside the years 1 to 4998 raises ``OverflowError``. Years before Christ are
kept as 9999 less their number, so that they can be reckoned with; they have TIMEX3 values, but no instants.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from timeline.algebra.values import BYGONE, unit_value
from timeline.interval import Granularity as G
from timeline.interval import Interval

DAY = timedelta(days=1)
_FIXED = {
    G.SECOND: timedelta(seconds=1),
    G.MINUTE: timedelta(minutes=1),
    G.HOUR: timedelta(hours=1),
    G.DAY: DAY,
    G.WEEK: 7 * DAY,
    G.WEEKEND: 7 * DAY,
}
_MONTHS = {G.MONTH: 1, G.QUARTER: 3, G.SEASON: 3, G.HALF: 6, G.YEAR: 12, G.DECADE: 120, G.CENTURY: 1200}
_MONTHS[G.MILLENNIUM] = 12000
_UNTOLD = {G.MONTH: "-XX", G.YEAR: "-XX-XX"}


class Stretch(NamedTuple):
    """A piece of the calendar with its TIMEX3 value."""

    interval: Interval | None
    granularity: G
    value: str

    @property
    def start(self) -> datetime:
        """First instant; only for a stretch with a known start."""
        if (here := self.interval) is None or (start := here.start) is None:
            raise OverflowError(f"{self.value} has no start on this calendar")
        return start

    @property
    def bygone(self) -> bool:
        """Whether it lies before Christ."""
        return self.interval is not None and self.start.year >= BYGONE

    @property
    def end(self) -> datetime:
        if (here := self.interval) is None or (end := here.end) is None:
            raise OverflowError(f"{self.value} has no end on this calendar")
        return end


def midnight(moment: datetime) -> datetime:
    return datetime(moment.year, moment.month, moment.day)


def unit_start(granularity: G, moment: datetime) -> datetime:
    """The first instant of the unit that ``moment`` lies in; for a weekend, of the week's own weekend."""
    if granularity < G.DAY:
        return _clock_start(granularity, moment)
    day = midnight(moment)
    if granularity is G.DAY:
        return day
    if granularity in (G.WEEK, G.WEEKEND):
        monday = day - day.weekday() * DAY
        return monday if granularity is G.WEEK else monday + 5 * DAY
    return _month_start(granularity, day)


def _clock_start(granularity: G, moment: datetime) -> datetime:
    if granularity is G.SECOND:
        return moment.replace(microsecond=0)
    if granularity is G.MINUTE:
        return moment.replace(second=0, microsecond=0)
    return moment.replace(minute=0, second=0, microsecond=0)


def _month_start(granularity: G, day: datetime) -> datetime:
    if granularity in (G.MONTH, G.YEAR):
        return day.replace(day=1) if granularity is G.MONTH else day.replace(month=1, day=1)
    size = _MONTHS[granularity]
    phase = -1 if granularity is G.SEASON else 0
    months = day.year * 12 + day.month - 1
    first = (months - phase) // size * size + phase
    return _from_months(day, first).replace(day=1)


def _from_months(moment: datetime, months: int) -> datetime:
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999 or (year < BYGONE) != (moment.year < BYGONE):
        raise OverflowError(f"the year {year} is not on this calendar")
    last = month_length(year, month + 1)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def shift(granularity: G, moment: datetime, count: int) -> datetime:
    """``moment`` moved by whole units; month ends are clamped (31 January + 1 month = 28 or 29 February)."""
    step = _FIXED.get(granularity)
    if step is not None:
        return moment + step * count
    return _from_months(moment, moment.year * 12 + moment.month - 1 + count * _MONTHS[granularity])


@lru_cache(maxsize=4096)
def unit(granularity: G, moment: datetime) -> Stretch:
    """The calendar unit that ``moment`` lies in."""
    start = unit_start(granularity, moment)
    end = start + 2 * DAY if granularity is G.WEEKEND else shift(granularity, start, 1)
    return Stretch(Interval(start, end), granularity, unit_value(granularity, start))


def some_day(whole: Stretch) -> Stretch | None:
    """A day that nobody named, of a month or a year: as long as that, with its day left open in the value."""
    open_day = _UNTOLD.get(whole.granularity, "")
    return (
        Stretch(whole.interval, whole.granularity, whole.value.removesuffix(open_day) + open_day) if open_day else None
    )
