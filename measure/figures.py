"""Figures of repeated measurements."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import linear_regression, median

from measure.places import Document
from measure.ratios import Ratio
from measure.tables import Table


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the benchmark: what people read, and the same figures as JSON."""

    name: str
    table: Table
    figures: Document = field(default_factory=dict)
    ratios: tuple[Ratio, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some repetitions, the lowest and the highest."""

    median: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        return cls(median(values), min(values), max(values))

    @property
    def percent(self) -> float:
        """From the lowest to the highest, in per cent of the median."""
        return 100 * (self.highest - self.lowest) / self.median if self.median else 0.0


def exponent(lengths: Sequence[float], seconds: Sequence[float]) -> float:
    """The power of the length with which the time grows, by least squares: 1 is linear."""
    return linear_regression([math.log(length) for length in lengths], [math.log(time) for time in seconds]).slope
