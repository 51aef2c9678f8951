"""What repetitions of one measurement say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from measure.tables import number


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some repetitions, the lowest and the highest."""

    median: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        return cls(median(values), min(values), max(values))

    @classmethod
    def over(cls, values: Sequence[float], limits: Sequence[float]) -> Spread:
        """Of each round as a ratio to the limit of the same round."""
        return cls.of([value / limit for value, limit in zip(values, limits, strict=True)])

    def to(self, limit: float) -> Spread:
        """As a ratio to one limit."""
        return Spread(self.median / limit, self.lowest / limit, self.highest / limit)

    @property
    def percent(self) -> float:
        """From the lowest to the highest, in per cent of the median."""
        return 100 * (self.highest - self.lowest) / self.median if self.median else 0.0

    def cells(self, digits: int, unit: float = 1.0) -> tuple[str, str, str]:
        """The three as a table shows them, in that unit."""
        middle, low, high = (number(one / unit, digits) for one in (self.median, self.lowest, self.highest))
        return middle, low, high
