"""What kinds of stretches are called: the Tuesday, the winter, the third quarter."""

from __future__ import annotations

from functools import singledispatch

from timeline.algebra.holidays import Fast, Holiday, Movable
from timeline.algebra.hours import Clock, PartOfDay
from timeline.algebra.notation import notation
from timeline.algebra.repeating import DayOfMonth, Month, PartOfYear, Season, Unit, Weekday
from timeline.explanations.english import DAYS, MONTHS, ordinal
from timeline.explanations.names import PARTS

_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


@singledispatch
def kind(what: object) -> str:
    """Without an article; the algebra's notation for kinds that have no name here."""
    return notation(what)


def the(what: object) -> str:
    """With the article that a day and month go without."""
    return kind(what) if isinstance(what, DayOfMonth) and what.month else f"the {kind(what)}"


@kind.register
def _unit(what: Unit) -> str:
    return what.granularity.word


@kind.register
def _weekday(what: Weekday) -> str:
    return DAYS[what.number - 1]


@kind.register
def _month(what: Month) -> str:
    return MONTHS[what.number - 1]


@kind.register
def _part_of_year(what: PartOfYear) -> str:
    return f"{ordinal(what.number)} {what.granularity.word}"


@kind.register
def _season(what: Season) -> str:
    return _SEASONS[what.month]


@kind.register
def _day_of_month(what: DayOfMonth) -> str:
    if what.month is None:
        return f"{ordinal(what.day)} of the month"
    weekday = "" if what.weekday is None else f"{DAYS[what.weekday - 1]} "
    return f"{weekday}{what.day} {MONTHS[what.month - 1]}"


@kind.register(Holiday)
@kind.register(Movable)
@kind.register(Fast)
def _holiday(what: Holiday | Movable | Fast) -> str:
    return what.name


@kind.register
def _part_of_day(what: PartOfDay) -> str:
    return PARTS.get(what.code, what.code)


@kind.register
def _clock(what: Clock) -> str:
    return f"{what.hour:02d}:{what.minute or 0:02d}"
