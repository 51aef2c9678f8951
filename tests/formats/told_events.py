"""What a format says of an event, as far as all of them can."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from edtf import parse_edtf

STATUSES = {
    "happened": "occurred",
    "going on": "ongoing",
    "planned": "scheduled",
    "possible": "possible",
    "denied": "denied",
}


class Told(NamedTuple):
    """``first`` and ``last`` are inclusive days or, in formats that have them, seconds."""

    id: str
    headline: str
    status: str
    first: str | None
    last: str | None


def days(coverage: str | None) -> tuple[str | None, str | None]:
    if coverage is None:
        return None, None
    told = parse_edtf(coverage)
    return _day(told.lower_strict()), _day(told.upper_strict())


def _day(moment: Any) -> str | None:  # noqa: ANN401
    return None if isinstance(moment, float) else date(*moment[:3]).isoformat()


def utc(moment: str) -> str:
    """The same moment in UTC where its offset is known."""
    if "T" not in moment:
        return moment
    told = datetime.fromisoformat(moment)
    return told.isoformat() if told.tzinfo is None else told.astimezone(UTC).isoformat()
