"""Meanings written down in the algebra, for people who ask why: ``Last(week)``, ``Within(night, Day(-1))``."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter

from timeline.algebra.calendar import Stretch
from timeline.algebra.holidays import Holiday
from timeline.algebra.hours import PartOfDay
from timeline.algebra.operators import Publication
from timeline.algebra.repeating import Unit
from timeline.interval import Granularity, Interval

_NAMED = {
    Granularity: attrgetter("word"),
    Unit: attrgetter("granularity.word"),
    Holiday: attrgetter("name"),
    PartOfDay: attrgetter("code"),
    Stretch: attrgetter("value"),
}


def notation(meaning: object) -> str:
    """One line; parts that have their usual value are left out."""
    for kind, name in _NAMED.items():
        if isinstance(meaning, kind):
            return str(name(meaning))
    if is_dataclass(meaning) and not isinstance(meaning, type | Interval):
        told = [notation(value) for _, value in _told(meaning)]
        return f"{type(meaning).__name__}({', '.join(told)})"
    return str(meaning.value) if isinstance(meaning, Enum) else str(meaning)


def _told(meaning: object) -> list[tuple[str, object]]:
    rows = [(f.name, getattr(meaning, f.name), f.default) for f in fields(meaning)]  # type: ignore[arg-type]
    return [(n, v) for n, v, usual in rows if v != usual and n != "cycle" and not isinstance(v, Publication)]
