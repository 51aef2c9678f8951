"""Dates and clock times that were written and that no calendar or clock has: 31 February, 25:61."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass

from timeline.algebra.calendar import Stretch, month_length
from timeline.algebra.hours import Clock
from timeline.algebra.operators import Anchors, Bare, Expression
from timeline.algebra.parts import Within
from timeline.algebra.repeating import DayOfMonth
from timeline.algebra.written import Numeric, Possible

_LEAP = 2024


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """``year`` is ``None`` where none is known: the month has the day in no year then."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class NoSuchTime:
    hour: int
    minute: int


Fault = NoSuchDay | NoSuchTime


def fault(meaning: object, anchors: Anchors) -> Fault | None:
    """What is impossible about a meaning; ``None`` where nothing that was written is."""
    written = _written(meaning, anchors)
    if written is not None:
        return _day(*written)
    if isinstance(meaning, Clock):
        minute = meaning.minute or 0
        return None if meaning.hour < 24 and minute < 60 else NoSuchTime(meaning.hour, minute)
    if is_dataclass(meaning) and not isinstance(meaning, type):
        found = (fault(getattr(meaning, field.name), anchors) for field in fields(meaning))
        return next((one for one in found if one is not None), None)
    return None


def _written(meaning: object, anchors: Anchors) -> tuple[int, int, int | None] | None:
    """Day, month and, where it is known, year of a date that was written."""
    if isinstance(meaning, Possible):
        return meaning.day, meaning.month, meaning.year
    if isinstance(meaning, Numeric):
        return *meaning.day_and_month(anchors), meaning.year
    kind = meaning.kind if isinstance(meaning, Bare | Within) else None
    if not isinstance(kind, DayOfMonth) or kind.month is None:
        return None
    whole = _whole(meaning.whole, anchors) if isinstance(meaning, Within) else None
    return kind.day, kind.month, whole.start.year if whole is not None else None


def _whole(expression: Expression, anchors: Anchors) -> Stretch | None:
    try:
        return expression.at(anchors)
    except OverflowError:
        return None


def _day(day: int, month: int, year: int | None) -> NoSuchDay | None:
    possible = 1 <= month <= 12 and 1 <= day <= month_length(_LEAP if year is None else year, month)
    return None if possible else NoSuchDay(day, month, year)
