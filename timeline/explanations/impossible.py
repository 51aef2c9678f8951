"""Why there is no such date."""

from __future__ import annotations

from timeline.algebra.calendar import month_length
from timeline.algebra.impossible import Fault, NoSuchTime
from timeline.explanations.english import MONTHS

_LEAP = 2024


def why(fault: Fault) -> str:
    """ "February 2023 has 28 days", "there is no month 13", "a day has 24 hours"."""
    if isinstance(fault, NoSuchTime):
        return "a day has 24 hours" if fault.hour >= 24 else "an hour has 60 minutes"
    if not 1 <= fault.month <= 12:
        return f"there is no month {fault.month}"
    name = MONTHS[fault.month - 1]
    if fault.month != 2:
        return f"{name} has {month_length(_LEAP, fault.month)} days"
    return (
        f"{name} has 29 days at most"
        if fault.year is None
        else f"{name} {fault.year} has {month_length(fault.year, 2)} days"
    )
