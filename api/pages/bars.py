"""How high and how wide the columns of a picture of a topic are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from timeline.density import Density
from timeline.model import Status

_WIDEST = 0.04


@dataclass(frozen=True, slots=True)
class Bar:
    """Parts of the whole width and height, 0 to 1."""

    x: float
    width: float
    height: float


def bars(density: Density) -> list[Bar]:
    """One a column, as high as the square root of its number of events: a single one still shows beside hundreds."""
    if density.first is None or density.last is None:
        return []
    most = max((sum(each.counts.values()) for each in density.bins), default=0)
    whole = (density.last - density.first).days + 1
    return [
        _slim(Bar(*_place(each.first, each.last, density.first, whole), math.sqrt(sum(each.counts.values()) / most)))
        for each in density.bins
    ]


def columns(density: Density) -> Iterator[tuple[Bar, Mapping[Status, int]]]:
    """The bars, each with its number of events by status."""
    yield from zip(bars(density), (each.counts for each in density.bins), strict=False)


def _slim(bar: Bar) -> Bar:
    """A column of a topic of a few days, drawn no wider than a mark."""
    width = min(bar.width, _WIDEST)
    return Bar(bar.x + (bar.width - width) / 2, width, bar.height)


def stretches(density: Density) -> list[Bar]:
    """What took longer than a few columns, each as long as it may have been."""
    if density.first is None or density.last is None:
        return []
    whole = (density.last - density.first).days + 1
    ends = [(each.first or density.first, each.last or density.last, each.count) for each in density.stretches]
    return [Bar(*_place(first, last, density.first, whole), float(count)) for first, last, count in ends]


def _place(first: date, last: date, begin: date, whole: int) -> tuple[float, float]:
    return (first - begin).days / whole, max((last - first).days + 1, 0) / whole
