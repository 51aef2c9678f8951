"""What a story's leap from one of its dates to the next costs: the farther the more, and back more than on."""

from __future__ import annotations

import math
from datetime import datetime
from typing import NamedTuple

from timeline.algebra.calendar import Stretch
from timeline.algebra.meaning import Meaning, Modified

_DOUBLE, _BACK, _FAR_BACK = 0.3, 0.3, 0.5
"""What twice as many months cost, what going back costs in addition, and what going back more than ``_FAR`` months."""
_FAR = 18
_MONTH = 30.4


class Place(NamedTuple):
    """The part of the calendar that a date of the story is about; "late 1943" is no more than a third of its year."""

    start: datetime
    end: datetime

    def holds(self, moment: datetime) -> bool:
        return self.start <= moment < self.end


def place(meaning: Meaning, found: Stretch) -> Place:
    third = (found.end - found.start) / 3
    if isinstance(meaning, Modified) and meaning.mod == "START":
        return Place(found.start, found.start + third)
    if isinstance(meaning, Modified) and meaning.mod == "END":
        return Place(found.end - third, found.end)
    return Place(found.start, found.end)


def leap(at: datetime, here: Place) -> float:
    """What it costs to come from that moment to that place."""
    if here.holds(at):
        return 0.0
    months = (here.start - at).days / _MONTH
    cost = _DOUBLE * math.log2(1 + abs(months))
    return cost if months > 0 else cost + _BACK + (_FAR_BACK if months < -_FAR else 0.0)
