"""Whether the places of two events on the calendar let them be one happening."""

from __future__ import annotations

from timeline.chronology.spots import APART, LATE_NEWS, level, reach
from timeline.chronology.trace import Trace

_FARTHEST = LATE_NEWS + APART


def apart(one: Trace, other: Trace) -> bool:
    """Whether they are surely not `near`, as most are not that share words: told by the ends that both have."""
    (start, end), (first, last) = one.reach, other.reach
    return (start is not None and last is not None and start > last + _FARTHEST) or (
        first is not None and end is not None and first > end + _FARTHEST
    )


def near(one: Trace, other: Trace) -> bool:
    if not (one.placed and other.placed):
        return one.placed is other.placed
    if abs(level(one) - level(other)) > 1:
        return False
    mine, theirs = reach(one), reach(other)
    return mine[0] <= theirs[1] + APART and theirs[0] <= mine[1] + APART
