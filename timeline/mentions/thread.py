"""The thread of a story: which of its dates it goes on from, and which are asides.

The cheapest of all ways through the text's dates: going on is cheap, leaping costs, and so does leaving a date
aside. What follows decides too: a leap to another year and back again costs more than an aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import nsmallest
from typing import NamedTuple

from timeline.algebra.calendar import DAY, Stretch
from timeline.algebra.meaning import Every, Meaning, Modified, Period, Reach
from timeline.algebra.operators import Anchors
from timeline.interval import Granularity
from timeline.mentions.leaning import bare, readings
from timeline.mentions.leaps import leap, place
from timeline.mentions.narrative import stays, written_year

_WAYS = 12
"""How many ways are followed at once."""
_YEAR, _DATE, _BARE = 0.7, 1.8, 1.6
"""What it costs to leave aside a year, a date with its year, and one without."""
_NEAR, _LAST = 0.4, 0.3
"""The part of its leap that an aside costs, and of that from the date told last, where it was one, a bare name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time of the story: how ``firm`` it is (0 for one that is surely an aside), whether it ``closes`` a range.

    One in a heading ``heads`` what follows.
    """

    meaning: Meaning
    firm: float = 1.0
    closes: bool = False
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Told:
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
    listed = list(mentions)
    begin = next(_written(listed, anchors), anchors.publication)
    ways = [_Way(0.0, begin, begin.start, begin, None)]
    for mention in listed:
        best: dict[tuple[str, str], _Way] = {}
        for way in (step for before in ways for step in _steps(before, mention, anchors)):
            key = way.story.value, way.last.value
            if key not in best or way.cost < best[key].cost:
                best[key] = way
        ways = nsmallest(_WAYS, best.values(), key=lambda way: way.cost)
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
        if written_year(mention.meaning) is not None and (found := _at(mention.meaning, anchors.publication, anchors)):
            yield found


def _steps(way: _Way, mention: Mention, anchors: Anchors) -> Iterator[_Way]:
    base = way.last if mention.closes else way.story
    for meaning in readings(mention.meaning, mention.closes):
        trail = (Told(meaning, base), way.trail)
        found = _at(meaning, base, anchors)
        if found is None:
            yield way._replace(trail=trail)
            continue
        here = place(meaning, found)
        held = stays(meaning) or (found.granularity >= Granularity.YEAR > way.story.granularity and here.holds(way.at))
        cost = 0.0 if mention.heads else leap(base.start if mention.closes else way.at, here)
        near = bare(meaning) * _LAST * leap(way.last.start, here)
        aside = 0.0 if held else _aside(mention, found) + cost * _NEAR
        yield way._replace(cost=way.cost + near + aside, last=found, trail=trail)
        if not held:
            at = max(here.start, min(way.at, here.end - DAY))
            yield _Way(way.cost + near + cost, _coarse(found), at, found, trail)


def _aside(mention: Mention, found: Stretch) -> float:
    if found.granularity >= Granularity.YEAR:
        return _YEAR * mention.firm
    return (_BARE if written_year(mention.meaning) is None else _DATE) * mention.firm


def _coarse(found: Stretch) -> Stretch:
    return replace(found, granularity=max(found.granularity, Granularity.DAYPART))


def _at(meaning: Meaning, story: Stretch, anchors: Anchors) -> Stretch | None:
    if isinstance(meaning, Period | Reach | Every):
        return None
    expression = meaning.expression if isinstance(meaning, Modified) else meaning
    try:
        found = expression.at(Anchors(anchors.publication, story, story, None, anchors.day_first))
    except OverflowError:
        return None
    return None if found.interval is None else found
