"""The picture that sites show beside a link to a topic: how its events lie in time, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from api.pages.bars import columns, stretches
from api.pages.png import Rectangle, png
from timeline.density import Density
from timeline.model import Status

WIDTH, HEIGHT = 1200, 630
_LEFT, _ACROSS = 70, 1060
_FOOT, _TALLEST, _LANE = 520, 390, 12
_COLOURS = {
    Status.OCCURRED: "#1d3b53",
    Status.ONGOING: "#0b6157",
    Status.SCHEDULED: "#5a3d96",
    Status.POSSIBLE: "#8c4a00",
    Status.DENIED: "#9c2530",
}
_PALETTE = ("#fbf8f2", "#857b6b", *_COLOURS.values())
_LINE, _FIRST = 1, 2
_PLACES = {status: place for place, status in enumerate(_COLOURS, _FIRST)}


def card(density: Density) -> bytes:
    """As PNG, of the colours that the pages have in daylight. Below the line is what took longer, by status."""
    return png(WIDTH, HEIGHT, _PALETTE, _drawn(density))


def _drawn(density: Density) -> Iterator[Rectangle]:
    for y in (64, 72):
        yield Rectangle(_LEFT, y, _ACROSS, 3, _LINE)
    for bar, each in zip(stretches(density), density.stretches, strict=False):
        lane = _FOOT + 10 + _LANE * (_PLACES[each.status] - _FIRST)
        yield Rectangle(_across(bar.x), lane, max(_across(bar.width, 0), 4), _LANE - 4, _PLACES[each.status])
    for bar, counts in columns(density):
        yield from _stacked(_across(bar.x), max(_across(bar.width, 0) - 2, 4), round(bar.height * _TALLEST), counts)
    yield Rectangle(_LEFT, _FOOT, _ACROSS, 4, _LINE)


def _stacked(x: int, width: int, height: int, counts: Mapping[Status, int]) -> Iterator[Rectangle]:
    """A column of its height, of parts as high as there are events of each status."""
    whole, below = sum(counts.values()), 0
    for status in _COLOURS:
        upto = below + counts.get(status, 0)
        top, foot = (_FOOT - round(height * each / whole) for each in (upto, below))
        yield Rectangle(x, top, width, foot - top, _PLACES[status])
        below = upto


def _across(part: float, left: int = _LEFT) -> int:
    return left + round(part * _ACROSS)
