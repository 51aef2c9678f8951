"""The thread of a story: which of its dates it goes on from, and which are asides.

The cheapest of all ways through the text's dates: going on is cheap, leaping costs, and so does leaving a date
aside. What follows decides too: a leap to another year and back again costs more than an aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from timeline.algebra.calendar import Stretch
from timeline.algebra.meaning import Meaning
from timeline.algebra.operators import Anchors
from timeline.interval import Granularity
from timeline.mentions.leaps import leap
from timeline.mentions.narrative import written_year
from timeline.mentions.reading import Reading, Readings, at

_WAYS = 12
"""How many ways are followed at once."""
_NEAR, _LAST = 0.4, 0.3
"""The part of its leap that an aside costs, and of that from the date told last, where it was one, a bare name."""
_COST = attrgetter("cost")


class Mention(NamedTuple):
    """A time of the story: how ``firm`` it is (0 for one that is surely an aside), whether it ``closes`` a range.

    One in a heading ``heads`` what follows.
    """

    meaning: Meaning
    firm: float = 1.0
    closes: bool = False
    heads: bool = False


class Told(NamedTuple):
    """A mention's meaning, and the date it is counted from."""

    meaning: Meaning
    story: Stretch


class _Way(NamedTuple):
    """``story`` is where it has come to, at the moment ``at``, ``last`` the date told last.

    ``trail`` holds the steps, the newest first.
    """

    cost: float
    story: Stretch
    at: datetime
    last: Stretch
    trail: tuple[Told, object] | None


def thread(mentions: Iterable[Mention], anchors: Anchors) -> list[Told]:
    """Each mention as the story means it."""
    listed, readings = list(mentions), Readings(anchors)
    begin = next(_written(listed, anchors), anchors.publication)
    ways = [_Way(0.0, begin, begin.start, begin, None)]
    for mention in listed:
        best: dict[tuple[str, str], _Way] = {}
        possible = readings.of(mention.meaning, mention.closes)
        for way in (step for before in ways for step in _steps(before, mention, possible)):
            key = way.story.value, way.last.value
            if key not in best or way.cost < best[key].cost:
                best[key] = way
        ways = sorted(best.values(), key=_COST)[:_WAYS]
    return _trail(ways[0])


def _trail(way: _Way) -> list[Told]:
    steps: list[Told] = []
    trail: object = way.trail
    while isinstance(trail, tuple):
        step, trail = trail
        steps.append(step)
    return steps[::-1]


def _written(mentions: list[Mention], anchors: Anchors) -> Iterator[Stretch]:
    for mention in mentions:
        if written_year(mention.meaning) is not None and (found := at(mention.meaning, anchors.publication, anchors)):
            yield found


def _steps(way: _Way, mention: Mention, possible: list[Reading]) -> Iterator[_Way]:
    base = way.last if mention.closes else way.story
    for reading in possible:
        trail = (Told(reading.meaning, base), way.trail)
        spot = reading.spot(base)
        if spot is None:
            yield _Way(way.cost, way.story, way.at, way.last, trail)
            continue
        here = spot.place
        held = reading.stays or (spot.year and way.story.granularity < Granularity.YEAR and here.holds(way.at))
        cost = 0.0 if mention.heads else leap(base.start if mention.closes else way.at, here)
        before = way.cost + (_LAST * leap(way.last.start, here) if reading.bare else 0.0)
        aside = 0.0 if held else spot.aside * mention.firm + cost * _NEAR
        yield _Way(before + aside, way.story, way.at, spot.found, trail)
        if not held:
            yield _Way(before + cost, spot.story, max(here.start, min(way.at, spot.latest)), spot.found, trail)
