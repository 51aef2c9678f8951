"""What an expression can mean: a stretch of the calendar, a length of time, a vague stretch, or a set of times."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.algebra.lengths import Period
from timeline.algebra.operators import Expression
from timeline.interval import Granularity as G


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch counted from the day of publication, that nobody bounded: TIMEX3 ``PAST_REF``, ``PXM`` and their like.

    ``start`` and ``end`` are days from the day of publication (end exclusive); ``None`` is open.
    """

    value: str
    start: int | None
    end: int | None
    granularity: G = G.DAY
    approximate: bool = True

    @property
    def type(self) -> str:
        """TIMEX3 type: a length without a count ("recent months") is a DURATION."""
        return "DATE" if self.value.endswith("_REF") else "DURATION"


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times (TIMEX3 SET): ``value`` is what recurs, ``quant`` and ``freq`` how."""

    value: str
    granularity: G = G.DAY
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Modified:
    """A stretch with a TIMEX3 modifier: START, MID, END leave a third of it, APPROX makes it approximate.

    A ``deictic`` START or END is counted from today: "earlier this week", "later this month".
    """

    expression: Expression
    mod: str
    deictic: bool = False


Meaning = Expression | Period | Reach | Every | Modified
Unplaced = Period | Reach | Every
"""What has no place on the calendar by itself."""
