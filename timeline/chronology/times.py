"""The time of a report as a few bits, of which two reports that may tell of one happening have one in common.

A calendar of each level's own units runs through them again and again: beside what may be near, they tell what is not.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from timeline.chronology.spots import APART, DAY, LATE_NEWS, Level, level
from timeline.chronology.trace import Timed

TIMES = 16
_EVER = (1 << TIMES) - 1
_LAST = date.max.toordinal()


@lru_cache(maxsize=4096)
def times(timed: Timed) -> int:
    """Of a report where it stands."""
    return times_at(timed, level(timed), padded=False)


def times_at(timed: Timed, other: int, *, padded: bool = True) -> int:
    """Those that a report has in common with others of this level, given as its number.

    The words of two texts that give other times speak of one happening where both speak of days: of these one is
    ``padded``. A time that no words give is, in any case.
    """
    start, end = timed.reach
    if start is None or end is None or other > Level.AGES:
        return _EVER
    if not timed.firm:
        return _bits(other, start - LATE_NEWS - APART - 1, end + APART + 1)
    if padded and other == Level.DAYS == level(timed):
        return _bits(other, start - APART - 1, end + APART + 1)
    return _bits(other, start, end)


def _bits(level: int, start: int, end: int) -> int:
    first = _unit(level, start)
    long = max(1, _unit(level, end - 1) - first + 1)
    if long >= TIMES:
        return _EVER
    twice = ((1 << long) - 1) << first % TIMES
    return (twice | twice >> TIMES) & _EVER


def _unit(level: int, minute: int) -> int:
    ordinal = minute // DAY + 1
    if level == Level.DAYS:
        return ordinal
    day = date.fromordinal(min(max(ordinal, 1), _LAST))
    if level == Level.MONTHS:
        return 2 * (12 * day.year + day.month) + (day.day > 15)
    return 4 * day.year + (day.month - 1) // 3 if level == Level.YEAR else day.year
