"""Whole calendar units by name: "in" "the week of 9 September 2024"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from timeline.algebra import calendar
from timeline.explanations.english import ordinal
from timeline.interval import Granularity as G
from timeline.interval import Interval
from timeline.model import TimexValue
from timeline.wording import names

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


class Unit(NamedTuple):
    """A unit's name with its preposition, and whether it is the whole unit or an unnamed piece of it."""

    preposition: str
    name: str
    whole: bool

    def __str__(self) -> str:
        return f"{self.preposition} {self.name}"


def unit(first: datetime, last: datetime, granularity: G, timex: TimexValue) -> Unit | None:
    """The unit of this granularity around the inclusive stretch; ``None`` where there is none or no name for it."""
    bounds = unit_bounds(granularity, first)
    if granularity < G.DAY or bounds is None or not bounds[0] <= first <= last <= bounds[1]:
        return None
    name = _NAMES[granularity](bounds[0], timex)
    preposition = "on" if granularity in (G.DAY, G.WEEKEND) else "in"
    return None if name is None else Unit(preposition, name, bounds == (first, last))


def unit_bounds(granularity: G, first: datetime) -> tuple[datetime, datetime] | None:
    """First and last instant of the unit; ``None`` at the ends of the calendar."""
    try:
        whole = calendar.unit(granularity, first).interval if granularity >= G.DAY else None
    except OverflowError:
        return None
    return None if whole is None else inclusive(whole)


def inclusive(interval: Interval) -> tuple[datetime, datetime]:
    """First and last second of a closed interval; an empty one is its start."""
    if interval.start is None or interval.end is None:
        raise ValueError("an open interval has no two ends")
    return interval.start, max(interval.start, last_second(interval.end))


def last_second(end: datetime) -> datetime:
    return end - timedelta(seconds=1) if end > datetime.min + timedelta(seconds=1) else end


def _season(start: datetime, timex: TimexValue) -> str | None:
    season = SEASONS.get(timex.value[-2:])
    if season is None:
        return None
    if start.month != 12:
        return f"the {season} of {names.year(start.year)}"
    after = f"{(start.year + 1) % 100:02d}" if (start.year + 1) % 100 else str(start.year + 1)
    return f"the {season} of {names.year(start.year)}/{after}"


def _weekend(start: datetime, _: TimexValue) -> str:
    sunday = start + timedelta(days=1)
    return "the weekend of " + " and ".join(names.shared(names.day_parts(start), names.day_parts(sunday)))


def _ordinal_part(start: datetime, size: int, word: str) -> str:
    return f"the {_ORDINALS[(start.month - 1) // size]} {word} of {names.year(start.year)}"


_ORDINALS = ("first", "second", "third", "fourth")
_NAMES: dict[G, Callable[[datetime, TimexValue], str | None]] = {
    G.DAY: lambda start, _: names.day(start),
    G.WEEKEND: _weekend,
    G.WEEK: lambda start, _: f"the week of {names.day(start)}",
    G.MONTH: lambda start, _: names.month(start),
    G.QUARTER: lambda start, _: _ordinal_part(start, 3, "quarter"),
    G.SEASON: _season,
    G.HALF: lambda start, _: _ordinal_part(start, 6, "half"),
    G.YEAR: lambda start, _: names.year(start.year),
    G.DECADE: lambda start, _: decade(start),
    G.CENTURY: lambda start, _: century(start),
    G.MILLENNIUM: lambda start, _: f"the {ordinal(start.year // 1000 + 1)} millennium",
}


def decade(moment: datetime) -> str:
    return f"the {names.year(moment.year // 10 * 10)}s"


def century(moment: datetime) -> str:
    return f"the {ordinal(moment.year // 100 + 1)} century"
