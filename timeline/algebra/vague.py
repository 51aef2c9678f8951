"""How far vague words reach: the whole policy, in days, in one place.

Nobody wrote these bounds, so everything made here is approximate. An unstated count ("the coming weeks") reaches
about one coarser unit; a small one ("a few weeks") from one unit up to the same reach.
"""

from __future__ import annotations

from timeline.algebra.lengths import Period
from timeline.algebra.meaning import Reach
from timeline.interval import Granularity as G

REACH = {
    G.SECOND: 1,
    G.MINUTE: 1,
    G.HOUR: 1,
    G.DAYPART: 7,
    G.DAY: 7,
    G.WEEKEND: 42,
    G.WEEK: 42,
    G.MONTH: 365,
    G.QUARTER: 730,
    G.SEASON: 730,
    G.HALF: 1095,
    G.YEAR: 3650,
    G.DECADE: 36500,
    G.CENTURY: 365000,
    G.MILLENNIUM: 3650000,
}
"""Unit -> days that "the coming …" and "recent …" reach from the day of publication."""

ONE = {
    G.DAY: 1,
    G.DAYPART: 1,
    G.WEEK: 7,
    G.WEEKEND: 7,
    G.MONTH: 28,
    G.QUARTER: 90,
    G.SEASON: 90,
    G.HALF: 182,
    G.YEAR: 365,
}
ONE |= {G.DECADE: 3652, G.CENTURY: 36525, G.MILLENNIUM: 365250}
"""Unit -> the fewest days of "in a few …" and "a few … ago"."""

NOW = Reach("PRESENT_REF", 0, 1)
SOON = Reach("FUTURE_REF", 0, 91)
NEAR_FUTURE = Reach("FUTURE_REF", 0, 365)
FUTURE = Reach("FUTURE_REF", 0, None)
RECENTLY = Reach("PAST_REF", -91, 1)
PAST = Reach("PAST_REF", None, 1)
OTHER_DAY = Reach("PAST_REF", -14, 0)
LAST_SEASON = Reach("PAST_REF", -730, 0)
NEXT_SEASON = Reach("FUTURE_REF", 0, 730)
OTHER_WEEK = Reach("PAST_REF", -42, 0)


def coming(unit: G) -> Reach:
    """ "in the coming weeks": from the day of publication on."""
    return Reach("FUTURE_REF", 0, REACH[unit])


def next_few(unit: G) -> Reach:
    """ "in the next few weeks": a length without a count, from the day of publication on."""
    return Reach(Period(unit).value, 0, REACH[unit])


def recent(unit: G) -> Reach:
    """ "in recent weeks", "the past few weeks": a length without a count, up to and with the day of publication."""
    return Reach(Period(unit).value, 1 - REACH[unit], 1)


def ahead(unit: G) -> Reach:
    """ "in a few days": not before one unit has passed."""
    first = ONE.get(unit, 0)
    return Reach("FUTURE_REF", first, max(REACH[unit], first) + 1)


def ago(unit: G) -> Reach:
    """ "several weeks ago": one unit back at least."""
    first = ONE.get(unit, 0)
    return Reach("PAST_REF", -max(REACH[unit], first), 1 - first)


def stretching(length: Period, way: int) -> Reach | None:
    """ "over the past two months", "within 48 hours": so long back from, or on from, the day of publication.

    Hours back began the day before: "the past 24 hours" are never all of today.
    """
    days = length.days
    if days is None or days > REACH[G.CENTURY]:
        return None
    begun = length.granularity < G.DAY
    first, last = (1 - days - begun, 1) if way < 0 else (0, days + 1)
    return Reach(length.value, first, last, approximate=length.mod is not None)


def after(length: Period) -> Reach | None:
    """ "in three weeks": about then, give or take half a unit."""
    days, unit = length.days, Period(length.granularity, 0.5).days or 0
    if days is None or days > REACH[G.CENTURY]:
        return None
    slack = unit if length.granularity > G.DAY else 0
    return Reach(length.value, max(days - slack, 0), days + slack + 1, approximate=bool(slack))
