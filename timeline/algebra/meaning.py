"""What an expression can mean: a stretch of the calendar, a length of time, a vague stretch, or a set of times."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.algebra.operators import Expression
from timeline.interval import Granularity as G

Count = int | float | None
_LETTERS = {
    G.SECOND: "TS",
    G.MINUTE: "TM",
    G.HOUR: "TH",
    G.DAYPART: "D",
    G.DAY: "D",
    G.WEEKEND: "WE",
    G.WEEK: "W",
    G.MONTH: "M",
    G.QUARTER: "Q",
    G.YEAR: "Y",
}
_FOLDED = {
    G.QUARTER: (G.MONTH, 3),
    G.SEASON: (G.MONTH, 3),
    G.HALF: (G.MONTH, 6),
    G.DECADE: (G.YEAR, 10),
    G.CENTURY: (G.YEAR, 100),
}
_FOLDED[G.MILLENNIUM] = (G.YEAR, 1000)
_UNSTATED = {
    G.QUARTER: "PXM",
    G.SEASON: "PXM",
    G.HALF: "PXM",
    G.DECADE: "PXY",
    G.CENTURY: "PXCE",
    G.MILLENNIUM: "PXML",
}
_DAYS = {
    G.SECOND: 1 / 86400,
    G.MINUTE: 1 / 1440,
    G.HOUR: 1 / 24,
    G.DAYPART: 1,
    G.DAY: 1,
    G.WEEKEND: 7,
    G.WEEK: 7,
    G.MONTH: 365.25 / 12,
    G.QUARTER: 365.25 / 4,
    G.SEASON: 365.25 / 4,
    G.HALF: 365.25 / 2,
    G.YEAR: 365.25,
    G.DECADE: 3652.5,
    G.CENTURY: 36525,
    G.MILLENNIUM: 365250,
}
_FINER = {G.YEAR: (G.MONTH, 12), G.DAY: (G.HOUR, 24), G.HOUR: (G.MINUTE, 60), G.MINUTE: (G.SECOND, 60)}


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time with no place on the calendar: ``count`` of a unit, ``None`` where nobody counted.

    ``rest`` continues a compound ("a year and six months"); ``mod`` is a TIMEX3 modifier.
    """

    granularity: G
    count: Count = None
    mod: str | None = None
    rest: Period | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 duration: ``P2M``, ``PXM``, ``PT2H``, ``P2Y6M``."""
        if self.count is None and self.granularity in _UNSTATED:
            return _UNSTATED[self.granularity]
        text, clock = "P", False
        for unit, count in self._parts():
            letter = _LETTERS[unit]
            text += "T" if letter[0] == "T" and not clock else ""
            clock = clock or letter[0] == "T"
            text += ("X" if count is None else f"{count:g}") + letter[-1 if letter[0] == "T" else 0 :]
        return text

    @property
    def days(self) -> int | None:
        """Its length in days, rounded up; ``None`` where nobody counted. Months and years have their mean length."""
        if self.count is None:
            return None
        return math.ceil(self.count * _DAYS[self.granularity]) + (self.rest.days or 0 if self.rest else 0)

    def _parts(self) -> Iterator[tuple[G, Count]]:
        unit, count = self.granularity, self.count
        if count is not None and unit in _FOLDED:
            unit, count = _FOLDED[unit][0], count * _FOLDED[unit][1]
        finer = _FINER.get(unit)
        if finer and isinstance(count, float) and count != int(count) and (count * finer[1]).is_integer():
            whole = int(count)
            yield from [(unit, whole)] if whole else []
            yield finer[0], round((count - whole) * finer[1])
        else:
            yield unit, count
        if self.rest is not None:
            yield from self.rest._parts()


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
