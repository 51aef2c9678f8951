"""Lengths of time, counted in units or not, and how TIMEX3 writes them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

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
    G.MILLENNIUM: (G.YEAR, 1000),
}
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
