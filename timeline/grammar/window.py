"""One run of known words, read by the longest match at each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.grammar.tokens import Words
from timeline.grammar.tree import End, Node

if TYPE_CHECKING:
    from timeline.grammar.matching import Matcher

NO_GAP = "\0"


Reading = tuple[int, End, object]
Readings = dict[int, Reading]
"""Where a phrase ends, how it was completed, what it means; by its end."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words ``first`` to ``last`` (exclusive) and what they were taken for; ``meaning`` ``None`` for a look-alike."""

    first: int
    last: int
    rule: str
    meaning: object


class Window:
    """One run of known words, matched with a memory of its phrases."""

    __slots__ = ("classes", "first", "gaps", "matcher", "memory", "size")

    def __init__(self, matcher: Matcher, words: Words, first: int, last: int) -> None:
        self.matcher, self.first, self.size = matcher, first, last - first
        self.classes = [matcher.classes(words, place) for place in range(first, last)]
        self.gaps = [NO_GAP, *(words.gap(place, matcher.dotted) for place in range(first + 1, last))]
        self.memory: dict[tuple[str, int], list[Reading]] = {}

    def found(self) -> Iterator[Found]:
        place, top = 0, self.matcher.top
        while place < self.size:
            readings = self.phrase(top, place)
            if not readings:
                place += 1
                continue
            end, how, meaning = max(readings, key=_preference)
            if how.leads and any(longer > end for longer, _, _ in self.phrase(top, place + how.leads)):
                place += how.leads
                continue
            yield Found(self.first + place + how.leads, self.first + end, how.rule, meaning)
            place = end

    def phrase(self, name: str, place: int) -> list[Reading]:
        """Where the phrase can end when it begins at ``place``, and what it is then; one reading an end."""
        known = self.memory.get((name, place))
        if known is None:
            readings: Readings = {}
            self._walk(self.matcher.roots[name], True, place, (), readings)
            known = self.memory[name, place] = list(readings.values())
        return known

    def _walk(self, node: Node, begins: bool, place: int, values: tuple[object, ...], into: Readings) -> None:
        """Follows every way through the tree; how the first word of a phrase is joined is its user's affair."""
        if node.ends:
            _complete(node, place, values, into)
        if place == self.size:
            return
        here, gap = self.classes[place], self.gaps[place]
        words, phrases = node.moves(here.keys, self.matcher.firsts)
        for joins, then, index in words:
            if begins or gap in joins:
                more = values if index < 0 else (*values, here.values[index])
                self._walk(then, False, place + 1, more, into)
        for name, joins, then in phrases:
            if begins or gap in joins:
                for end, _, value in self.phrase(name, place):
                    self._walk(then, False, end, (*values, value), into)


def _complete(node: Node, place: int, values: tuple[object, ...], into: Readings) -> None:
    """Makes what has been read up to ``place``, unless an earlier rule has read the same words."""
    for how in node.ends:
        if place not in into or into[place][1].rank > how.rank:
            meaning = _made(how, values)
            if meaning is not None or not how.keep:
                into[place] = (place, how, meaning)


def _made(how: End, values: tuple[object, ...]) -> object:
    """The rule's meaning; none where it would lie outside the calendar."""
    try:
        return how.make(**dict(zip(how.parameters, values, strict=True)))
    except OverflowError:
        return None


def _preference(reading: Reading) -> tuple[int, int]:
    return reading[0], -reading[1].rank
