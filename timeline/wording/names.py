"""English names of days, months, years and clock times, and how two of them share what they have in common."""

from __future__ import annotations

from datetime import date, datetime

from timeline.explanations.english import MONTHS
from timeline.interval import Granularity

Parts = tuple[str, ...]
"""A name from fine to coarse, ("9", "September", "2024"): two names share their coarse end."""


def year(number: int) -> str:
    return str(number) if number >= 1000 else f"AD {number}"


def month(moment: date) -> str:
    return " ".join(month_parts(moment))


def day(moment: date) -> str:
    return " ".join(day_parts(moment))


def month_parts(moment: date) -> Parts:
    return MONTHS[moment.month - 1], year(moment.year)


def day_parts(moment: date) -> Parts:
    return str(moment.day), *month_parts(moment)


def shared(first: Parts, last: Parts) -> tuple[str, str]:
    """Both names, the first without the end it shares with the last: "9" and "15 September 2024"."""
    kept = len(first)
    while kept > 1 and first[kept - 1 :] == last[len(last) - (len(first) - kept) - 1 :]:
        kept -= 1
    return " ".join(first[:kept]), " ".join(last)


def clock(seconds: int, granularity: Granularity) -> str:
    """Seconds since midnight as a clock tells them: "10:00:05", "10:00", and "10 a.m." where only the hour is known."""
    if seconds >= 86400:
        return "midnight"
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if granularity is Granularity.SECOND:
        return f"{hours:02d}:{minutes:02d}:{seconds:02d}"
    if granularity is Granularity.MINUTE:
        return f"{hours:02d}:{minutes:02d}"
    if hours % 12 == 0:
        return "midnight" if hours == 0 else "noon"
    return f"{hours % 12} {'a.m.' if hours < 12 else 'p.m.'}"


def zone(minutes: int) -> str:
    """Minutes from UTC: "UTC", "UTC−04:00"."""
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def moment(instant: datetime, *, zoned: bool = True) -> str:
    """A publication time: "20 September 2024, 17:01 (UTC+01:00)"; midnight sharp is a day without a clock time."""
    if (instant.hour, instant.minute, instant.second) == (0, 0, 0):
        return day(instant)
    offset = instant.utcoffset()
    suffix = f" ({zone(int(offset.total_seconds()) // 60)})" if zoned and offset is not None else ""
    return f"{day(instant)}, {instant:%H:%M}{suffix}"
