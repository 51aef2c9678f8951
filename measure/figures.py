"""Figures of repeated measurements."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import linear_regression

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


def exponent(lengths: Sequence[float], seconds: Sequence[float]) -> float:
    """The power of the length with which the time grows, by least squares: 1 is linear."""
    return linear_regression([math.log(length) for length in lengths], [math.log(time) for time in seconds]).slope
