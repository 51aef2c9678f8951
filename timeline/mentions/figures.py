"""Which comes first in dates in figures, day or month: as the document shows, else as the publisher's country does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from zoneinfo import ZoneInfo

from timeline.algebra.meaning import Modified
from timeline.algebra.operators import Evidence
from timeline.algebra.parts import Within
from timeline.algebra.written import Numeric
from timeline.mentions.resolve import Reference

_MONTH_FIRST = ("America/", "US/", "Pacific/Honolulu")


class Order(NamedTuple):
    """Of day and month in figures, and what told it."""

    day_first: bool
    evidence: Evidence


def order(meanings: Iterable[object], reference: Reference) -> Order:
    """Day first, but where a date of the text can only be read the other way or the publisher's zone is American."""
    for meaning in meanings:
        numeric = _numeric(meaning)
        if numeric is not None and (numeric.first > 12) != (numeric.second > 12):
            return Order(numeric.first > 12, Evidence.DOCUMENT)
    zone = reference.zone
    if not isinstance(zone, ZoneInfo) or zone.key == "UTC":
        return Order(True, Evidence.LANGUAGE)
    return Order(not zone.key.startswith(_MONTH_FIRST), Evidence.COUNTRY)


def _numeric(meaning: object) -> Numeric | None:
    if isinstance(meaning, Modified):
        return _numeric(meaning.expression)
    if isinstance(meaning, Within):
        return _numeric(meaning.whole)
    return meaning if isinstance(meaning, Numeric) else None
