"""The thread of a story: which of its dates it goes on from, and which are asides.

The cheapest of all ways through the text's dates: going on is cheap, leaping costs, and so does leaving a date
aside. What follows decides too: a leap to another year and back again costs more than an aside.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import nsmallest
from typing import NamedTuple

from timeline.algebra.calendar import DAY, Stretch
from timeline.algebra.meaning import Every, Meaning, Modified, Period, Reach
from timeline.algebra.operators import Anchors, Bare, Expression
from timeline.algebra.parts import Within
from timeline.interval import Granularity
from timeline.mentions.narrative import told, written_year

_WAYS = 12
"""How many ways are followed at once."""
_LEAP, _BACK, _FAR_BACK = 0.3, 0.3, 0.5
"""What twice as many months cost; what going back costs in addition, and going back more than a year and a half."""
_FAR = 18
_YEAR, _DATE, _BARE, _NEAR = 0.6, 1.8, 1.6, 0.25
"""What leaving aside a year, a date with its year and one without cost, and the part of its leap that an aside costs."""
_MONTH = 30.4
_LAST = 0.25


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
    """``story`` is where it has come to, at the moment ``at``; ``last`` the date told last, ``trail`` the newest first."""

    cost: float
    story: Stretch
    at: datetime
    last: Stretch
    trail: tuple[Told, object] | None


class _Place(NamedTuple):
    start: datetime
    end: datetime

    def holds(self, part: Stretch) -> bool:
        return self.start <= part.start and part.end <= self.end


def thread(mentions: Iterable[Mention], publication: Stretch) -> list[Told]:
    """Each mention as the story means it."""
    listed = list(mentions)
    begin = next(_written(listed, publication), publication)
    ways = [_Way(0.0, begin, begin.start, begin, None)]
    for mention in listed:
        best: dict[tuple[str, str], _Way] = {}
        for way in (step for before in ways for step in _steps(before, mention, publication)):
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


def _written(mentions: list[Mention], publication: Stretch) -> Iterator[Stretch]:
    for mention in mentions:
        if written_year(mention.meaning) is not None and (found := _at(mention.meaning, publication, publication)):
            yield found


def _steps(way: _Way, mention: Mention, publication: Stretch) -> Iterator[_Way]:
    base = way.last if mention.closes else way.story
    for meaning in _readings(mention):
        trail = (Told(meaning, base), way.trail)
        found = _at(meaning, base, publication)
        if found is None:
            yield way._replace(trail=trail)
            continue
        here = _place(meaning, found)
        held = found.granularity >= Granularity.YEAR > way.story.granularity and here.holds(way.story)
        leap = 0.0 if mention.heads else _leap(base.start if mention.closes else way.at, here)
        near = _bare(meaning) * _LAST * _leap(way.last.start, here)
        aside = 0.0 if held else _aside(mention, found) + leap * _NEAR
        yield way._replace(cost=way.cost + near + aside, last=found, trail=trail)
        if not held:
            at = max(here.start, min(way.at, here.end - DAY))
            yield _Way(way.cost + near + leap, _coarse(found), at, found, trail)


def _place(meaning: Meaning, found: Stretch) -> _Place:
    third = (found.end - found.start) / 3
    if isinstance(meaning, Modified) and meaning.mod == "START":
        return _Place(found.start, found.start + third)
    if isinstance(meaning, Modified) and meaning.mod == "END":
        return _Place(found.end - third, found.end)
    return _Place(found.start, found.end)


def _aside(mention: Mention, found: Stretch) -> float:
    if found.granularity >= Granularity.YEAR:
        return _YEAR * mention.firm
    return (_BARE if written_year(mention.meaning) is None else _DATE) * mention.firm


def _coarse(found: Stretch) -> Stretch:
    return replace(found, granularity=max(found.granularity, Granularity.DAYPART))


def _readings(mention: Mention) -> Iterator[Meaning]:
    """The meaning; a bare name as the one before and as the one after."""
    meaning = told(mention.meaning)
    if mention.closes:
        yield _leaning(meaning, -1.0)
    elif _bare(meaning):
        yield _leaning(meaning, 1.0)
        yield _leaning(meaning, -1.0)
    else:
        yield meaning


def _bare(meaning: Meaning) -> bool:
    if isinstance(meaning, Modified):
        return _bare(meaning.expression)
    return _bare(meaning.whole) if isinstance(meaning, Within) else isinstance(meaning, Bare)


def _leaning(meaning: Meaning, lean: float) -> Meaning:
    if isinstance(meaning, Modified):
        return replace(meaning, expression=_leant(meaning.expression, lean))
    return meaning if isinstance(meaning, Period | Reach | Every) else _leant(meaning, lean)


def _leant(expression: Expression, lean: float) -> Expression:
    if isinstance(expression, Bare):
        return replace(expression, lean=lean, pull=0.0)
    return replace(expression, whole=_leant(expression.whole, lean)) if isinstance(expression, Within) else expression


def _at(meaning: Meaning, story: Stretch, publication: Stretch) -> Stretch | None:
    if isinstance(meaning, Period | Reach | Every):
        return None
    expression = meaning.expression if isinstance(meaning, Modified) else meaning
    try:
        found = expression.at(Anchors(publication, story, story))
    except OverflowError:
        return None
    return None if found.interval is None else found


def _leap(at: datetime, here: _Place) -> float:
    if here.start <= at < here.end:
        return 0.0
    months = (here.start - at).days / _MONTH
    cost = _LEAP * math.log2(1 + abs(months))
    return cost if months > 0 else cost + _BACK + (_FAR_BACK if months < -_FAR else 0.0)
