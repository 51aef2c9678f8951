"""Which comes first in dates in figures, day or month: as the document shows, else as the publisher's country does."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from timeline.algebra.meaning import Modified
from timeline.algebra.parts import Within
from timeline.algebra.written import Numeric
from timeline.mentions.resolve import Reference

_MONTH_FIRST = ("America/", "US/", "Pacific/Honolulu")


def day_first(meanings: Iterable[object], reference: Reference) -> bool:
    """True but where a date of the document can only be read the other way, or the publisher's zone is American."""
    for meaning in meanings:
        numeric = _numeric(meaning)
        if numeric is not None and (numeric.first > 12) != (numeric.second > 12):
            return numeric.first > 12
    zone = reference.zone
    return not (isinstance(zone, ZoneInfo) and zone.key.startswith(_MONTH_FIRST))


def _numeric(meaning: object) -> Numeric | None:
    if isinstance(meaning, Modified):
        return _numeric(meaning.expression)
    if isinstance(meaning, Within):
        return _numeric(meaning.whole)
    return meaning if isinstance(meaning, Numeric) else None
