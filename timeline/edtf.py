"""Extended Date/Time Format strings (EDTF, ISO 8601-2 level 1), ends inclusive.

EDTF has no week, weekend or part of day, so those become intervals of days.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.interval import Granularity, Interval
from timeline.model import When


def edtf(when: When) -> str | None:
    """The interval as EDTF, ``~`` where approximate; ``None`` where it has no place on the calendar."""
    if when.interval is None:
        return None
    mark = "~" if when.approximate else ""
    one = _unit(when.interval, when.granularity)
    if one is not None:
        return one + mark
    return "/".join(".." if end is None else _end(end, when.granularity) + mark for end in _inclusive(when.interval))


def _inclusive(interval: Interval) -> tuple[datetime | None, datetime | None]:
    end = interval.end
    return interval.start, None if end is None else end - timedelta(seconds=1)


def _end(instant: datetime, granularity: Granularity) -> str:
    if granularity < Granularity.DAYPART:
        return instant.isoformat(timespec="seconds")
    return instant.date().isoformat()


def _unit(interval: Interval, granularity: Granularity) -> str | None:
    """A whole year, month, day or second written as one date."""
    first, last = _inclusive(interval)
    if first is None or last is None:
        return None
    if granularity < Granularity.DAYPART:
        return _end(first, granularity) if first == last else None
    if first.date() == last.date():
        return first.date().isoformat()
    if first.day != 1 or (last + timedelta(seconds=1)).day != 1 or first.year != last.year:
        return None
    if first.month == last.month:
        return f"{first:%Y-%m}"
    return f"{first.year:04d}" if (first.month, last.month) == (1, 12) else None
