"""One run of known words, read by the longest match at each place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from timeline.grammar.tokens import Words
from timeline.grammar.tree import Classes, classes
from timeline.grammar.walk import Walk
from timeline.grammar.ways import DECLINED, Way, meaning

if TYPE_CHECKING:
    from timeline.grammar.matching import Matcher

_NOTHING = 0
"""The symbol where a phrase must have ended: behind the run, at a word that no phrase has behind the one before it."""
_UNKNOWN = classes([])


class Found(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) and what they were taken for; ``meaning`` ``None`` for a look-alike."""

    first: int
    last: int
    rule: str
    meaning: object


class Window:
    """One run of known words, with the symbol of each."""

    __slots__ = ("classes", "first", "matcher", "size", "symbols", "walk")
    classes: list[Classes]
    symbols: list[int]

    def __init__(self, matcher: Matcher, words: Words, first: int, last: int) -> None:
        self.matcher, self.first, self.size = matcher, first, last - first
        self.walk = Walk(self)
        self.classes, self.symbols = [], []
        simple, seams, dotted, before = matcher.simple, matcher.seams, matcher.dotted, _UNKNOWN
        for place in range(first, last):
            here = simple.get(words.words[place]) or matcher.classes(words, place)
            symbols = seams.known.get((before.kind, here.kind))
            if symbols is None:
                symbols = seams.symbols(before, here)
            self.classes.append(here)
            self.symbols.append(symbols.get(words.gap(place, dotted), _NOTHING) if symbols else _NOTHING)
            before = here
        self.symbols.append(_NOTHING)

    def found(self) -> Iterator[Found]:
        place, first = 0, self.first
        while place < self.size:
            best = self._best(place)
            if best is None:
                place += 1
                continue
            way, means = best
            leads = way.how.leads
            if leads and (inner := self._best(place + leads)) is not None and leads + inner[0].size > way.size:
                place += leads
                continue
            last = place + way.size - way.how.trails
            yield Found(first + place + leads, first + last, way.how.rule, means)
            place = last

    def _best(self, place: int) -> tuple[Way, object] | None:
        for ways in self.walk.readings(self.matcher.top, place):
            for way in ways:
                means = meaning(way, self.classes, place)
                if means is not DECLINED:
                    return way, means
        return None
