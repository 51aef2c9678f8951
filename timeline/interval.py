"""Granularities and half-open intervals of the civil calendar.

Instants are naive datetimes in the publisher's own calendar: which zone they are in is said once, by the
article, so that nothing here depends on a zone. Weeks are ISO 8601 weeks, Monday to Sunday.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import IntEnum
from typing import NamedTuple

from timeline.members import direct

_DAY = timedelta(days=1)


@direct
class Granularity(IntEnum):
    """How fine a time was told, from fine to coarse; comparable with < and >."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAYPART = 4
    DAY = 5
    WEEKEND = 6
    WEEK = 7
    MONTH = 8
    QUARTER = 9
    SEASON = 10
    HALF = 11
    YEAR = 12
    DECADE = 13
    CENTURY = 14
    MILLENNIUM = 15

    __hash__ = int.__hash__

    @property
    def word(self) -> str:
        """The name used on the wire: ``day``, ``week``, ``month`` …"""
        return self.name.lower()


class Interval(NamedTuple):
    """A stretch of time, ``start`` inclusive, ``end`` exclusive; ``None`` is an end that nobody knows."""

    start: datetime | None
    end: datetime | None

    @property
    def days(self) -> int | None:
        """Whole days covered, rounded up; ``None`` when an end is open."""
        if self.start is None or self.end is None:
            return None
        return -((self.start - self.end) // _DAY)

    def contains(self, other: Interval) -> bool:
        return _not_after(self.start, other.start) and _not_before(self.end, other.end)

    def overlap(self, other: Interval) -> Interval | None:
        """What both have in common; ``None`` when they only touch or lie apart."""
        starts = [s for s in (self.start, other.start) if s is not None]
        ends = [e for e in (self.end, other.end) if e is not None]
        start, end = max(starts, default=None), min(ends, default=None)
        if start is not None and end is not None and start >= end:
            return None
        return Interval(start, end)


def _not_after(mine: datetime | None, theirs: datetime | None) -> bool:
    return mine is None or (theirs is not None and mine <= theirs)


def _not_before(mine: datetime | None, theirs: datetime | None) -> bool:
    return mine is None or (theirs is not None and mine >= theirs)
