"""What TIMEX3 calls the units of the calendar, and years before Christ."""

from __future__ import annotations

from datetime import datetime

from timeline.interval import Granularity as G

SEASONS = {12: "WI", 3: "SP", 6: "SU", 9: "FA"}
BYGONE = 5000
"""From this year on, years stand for those before Christ."""
_CHRIST = 9999
_DIGITS = {G.YEAR: 4, G.DECADE: 3, G.CENTURY: 2, G.MILLENNIUM: 1}


def unit_value(granularity: G, start: datetime) -> str:
    """The TIMEX3 value of the unit that begins at ``start``."""
    if granularity <= G.HOUR:
        return start.isoformat(timespec="seconds" if granularity is G.SECOND else "minutes")
    if granularity in (G.WEEK, G.WEEKEND):
        iso = start.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if granularity is G.WEEKEND else "")
    if granularity >= G.YEAR:
        return year_value(start.year, _DIGITS[granularity])
    return f"{year_value(start.year)}-{_part_of_year(granularity, start)}"


def year_value(year: int, digits: int = 4) -> str:
    """A year in TIMEX3, or its first ``digits``: 1066, BC0490."""
    return f"{year:04d}"[:digits] if year < BYGONE else f"BC{f'{_CHRIST - year:04d}'[:digits]}"


def before_christ(year: int) -> datetime:
    """The beginning of that year before Christ, as it is kept here."""
    return datetime(_CHRIST - year, 1, 1)


def _part_of_year(granularity: G, start: datetime) -> str:
    if granularity is G.QUARTER:
        return f"Q{(start.month + 2) // 3}"
    if granularity is G.SEASON:
        return SEASONS[start.month]
    if granularity is G.HALF:
        return "H1" if start.month == 1 else "H2"
    return f"{start.month:02d}" + (f"-{start.day:02d}" if granularity is G.DAY else "")
