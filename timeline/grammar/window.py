"""One run of known words, read by the longest match at each place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from timeline.grammar.tokens import Words
from timeline.grammar.tree import Classes
from timeline.grammar.walk import Walk
from timeline.grammar.ways import DECLINED, Way, Ways, meaning, preference

if TYPE_CHECKING:
    from timeline.grammar.matching import Matcher

_KIND_BITS = 16
_NOTHING = 0
"""The symbol where a phrase must have ended: behind the run, at a word or a gap that no phrase has."""


class Found(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) and what they were taken for; ``meaning`` ``None`` for a look-alike."""

    first: int
    last: int
    rule: str
    meaning: object


class Window:
    """One run of known words. A symbol is a word's kind and its joint to the word before it."""

    __slots__ = ("classes", "first", "matcher", "size", "symbols")
    classes: list[Classes]
    symbols: list[int]

    def __init__(self, matcher: Matcher, words: Words, first: int, last: int) -> None:
        self.matcher, self.first, self.size = matcher, first, last - first
        self.classes, self.symbols = [], []
        simple, written, joints, dotted = matcher.simple, matcher.written, matcher.joints, matcher.dotted
        for place in range(first, last):
            here = simple.get(words.words[place]) or matcher.classes(words, place)
            joint = written.get(words.gaps[place]) or joints.get(words.gap(place, dotted))
            self.classes.append(here)
            self.symbols.append(joint << _KIND_BITS | here.kind if joint and here.kind else _NOTHING)
        self.symbols.append(_NOTHING)

    def gap(self, place: int) -> str:
        """How the word is joined to the one before it."""
        return self.matcher.gaps[self.symbols[place] >> _KIND_BITS]

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
        for way in self._ways(place):
            means = meaning(way, self.classes, place)
            if means is not DECLINED:
                return way, means
        return None

    def _ways(self, place: int) -> Ways:
        """By the words' symbols, as far as they decide, where they have been read before."""
        symbols, at = self.symbols, place
        known = self.matcher.memory.root.get(self.classes[place].kind)
        while isinstance(known, dict):
            at += 1
            known = known.get(symbols[at])
        return self._learnt(place) if known is None else known

    def _learnt(self, place: int) -> Ways:
        walk = Walk(self)
        ways = tuple(sorted(chain.from_iterable(walk.ways(self.matcher.top, place)), key=preference))
        self.matcher.memory.learn([self.classes[place].kind, *self.symbols[place + 1 : walk.reach + 1]], ways)
        return ways
