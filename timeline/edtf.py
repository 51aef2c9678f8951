"""Extended Date/Time Format strings (EDTF, ISO 8601-2 level 1), ends inclusive.

EDTF has no week, weekend or part of day, so those become intervals of days; and no clock times in intervals or of
approximate times, so those become days as well. `stretch` writes them out, as ISO 8601 has it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from timeline.interval import Granularity, Interval
from timeline.model import When

_TIMES = Granularity.DAYPART


def edtf(when: When) -> str | None:
    """The interval as EDTF, ``~`` where approximate; ``None`` where it has no place on the calendar."""
    told = stretch(when)
    if when.granularity < _TIMES and told is not None and ("/" in told or when.approximate):
        return stretch(replace(when, granularity=Granularity.DAY))
    return told


def stretch(when: When) -> str | None:
    """As `edtf`, with clock times where they are known."""
    if when.interval is None:
        return None
    mark = "~" if when.approximate else ""
    one = _unit(when.interval, when.granularity)
    if one is not None:
        return one + mark
    return "/".join(".." if end is None else _end(end, when.granularity) + mark for end in _inclusive(when.interval))


def _inclusive(interval: Interval) -> tuple[datetime | None, datetime | None]:
    start, end = interval
    return start, None if end is None else max(end - timedelta(seconds=1), start or datetime.min)


def _end(instant: datetime, granularity: Granularity) -> str:
    if granularity < _TIMES:
        return instant.isoformat(timespec="seconds")
    return instant.date().isoformat()


def _unit(interval: Interval, granularity: Granularity) -> str | None:
    """A whole year, month, day or second written as one date."""
    first, last = _inclusive(interval)
    if first is None or last is None:
        return None
    if granularity < _TIMES:
        return _end(first, granularity) if first == last else None
    if first.date() == last.date():
        return first.date().isoformat()
    if first.day != 1 or (last.date() != date.max and (last + timedelta(days=1)).day != 1) or first.year != last.year:
        return None
    if first.month == last.month:
        return first.isoformat()[:7]
    return f"{first.year:04d}" if (first.month, last.month) == (1, 12) else None
