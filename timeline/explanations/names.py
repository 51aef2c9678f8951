"""What days, weeks, parts of a day and other stretches are called."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from timeline.algebra.calendar import Stretch
from timeline.explanations.english import DAYS, MONTHS
from timeline.interval import Granularity as G
from timeline.interval import Interval

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
    "24:00": "last hour",
}
_YEARS = (G.YEAR, G.DECADE, G.CENTURY, G.MILLENNIUM)


@lru_cache(maxsize=1024)
def stretch(here: Stretch) -> str:
    """ "Friday 20 September 2024", "9 to 15 September 2024", "July to September 2024"."""
    if here.interval is None:
        return f"{here.value}, before the calendar used here"
    if here.bygone:
        return f"{int(here.value[2:])} BC" if here.granularity is G.YEAR and here.value[2:].isdigit() else here.value
    if here.granularity < G.DAYPART:
        return moment(here.start, here.granularity)
    if here.granularity is G.DAYPART:
        code = here.value.rpartition("T")[2]
        return f"the {PARTS[code]} of {day(here.start)}" if code in PARTS else interval(here.interval, G.DAYPART)
    return interval(here.interval, here.granularity)


def interval(here: Interval, granularity: G = G.DAY) -> str:
    """Both ends inclusive; "an open beginning" and "an open end" where nobody knows them."""
    if here.start is None or here.end is None:
        first = "an open beginning" if here.start is None else day(here.start)
        return f"{first} to {'an open end' if here.end is None else day(here.end - timedelta(days=1))}"
    last = here.end - timedelta(seconds=1)
    if granularity <= G.DAYPART:
        return _hours(here.start, here.end, granularity)
    if here.start.date() == last.date():
        return day(here.start)
    if _whole_months(here):
        return _months(here.start, last)
    return f"{_shared(here.start, last)} to {_date(last)}"


def moment(instant: datetime, granularity: G = G.MINUTE) -> str:
    shown = f"{instant:%H:%M:%S}" if granularity is G.SECOND else f"{instant:%H:%M}"
    return f"{shown} on {day(instant)}"


def day(instant: datetime) -> str:
    """ "Friday 20 September 2024"."""
    return f"{DAYS[instant.weekday()]} {_date(instant)}"


def counted(count: int, unit: str) -> str:
    """ "one day", "three weeks", "two centuries"."""
    plural = f"{unit[:-1]}ies" if unit.endswith("ry") else f"{unit}s"
    return f"{NUMBERS[count] if count < len(NUMBERS) else count} {unit if count == 1 else plural}"


def _date(instant: datetime) -> str:
    return f"{instant.day} {MONTHS[instant.month - 1]} {instant.year}"


def _shared(first: datetime, last: datetime) -> str:
    """The first day without the month or year that it shares with the last."""
    if first.year != last.year:
        return _date(first)
    return str(first.day) if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"


def _hours(start: datetime, end: datetime, granularity: G) -> str:
    if granularity <= G.MINUTE and end - start <= timedelta(minutes=1):
        return moment(start, granularity)
    if start.date() == (end - timedelta(seconds=1)).date():
        closing = "midnight" if end.hour == end.minute == 0 else f"{end:%H:%M}"
        return f"{start:%H:%M} to {closing} on {day(start)}"
    return f"{moment(start)} to {moment(end)}"


def _whole_months(here: Interval) -> bool:
    return all(end is not None and end.day == 1 and end.hour == 0 for end in (here.start, here.end))


def _months(first: datetime, last: datetime) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    closing = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return closing
    opening = MONTHS[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
    return f"{opening} to {closing}"
