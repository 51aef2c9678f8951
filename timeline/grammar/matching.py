"""Finding time expressions: a scan for words that can take part in one, then a longest match there.

Phrases never contain themselves, so every match is bounded in length and the whole is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.grammar.shapes import shapes
from timeline.grammar.tokens import Words
from timeline.grammar.tree import Classes, End, Node

NO_GAP = "\0"
APOSTROPHES = ("'", "\u2019", "\u2018")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the vocabulary: what it can be, what more with a capital, and whether it marks an expression."""

    plain: Classes
    capital: Classes
    hot: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Words ``first`` to ``last`` (exclusive) and what they were taken for; ``meaning`` ``None`` for a look-alike."""

    first: int
    last: int
    rule: str
    meaning: object


Reading = tuple[int, End, object]
Readings = dict[int, Reading]
"""Where a phrase ends, how it was completed, what it means; by its end."""


@dataclass(frozen=True)
class Matcher:
    """A compiled grammar: a tree of sequences a phrase, what each can begin with, and the vocabulary."""

    roots: dict[str, Node]
    firsts: dict[str, frozenset[str]]
    vocabulary: dict[str, Entry]
    dotted: frozenset[str]
    top: str

    def found(self, words: Words) -> Iterator[Found]:
        """Every expression and look-alike in order, none overlapping, the longest first where several begin."""
        for first, last in self._windows(words):
            yield from _Window(self, words, first, last).found()

    def _windows(self, words: Words) -> Iterator[tuple[int, int]]:
        """Runs of known words with at least one hot one."""
        known = self.vocabulary.get
        start, hot = -1, False
        for place, word in enumerate(words.words):
            entry = known(word)
            if entry is not None or word.isdigit():
                if start < 0:
                    start, hot = place, False
                hot = hot or (entry.hot if entry is not None else _hot_digits(words, place))
            elif start >= 0:
                if hot:
                    yield start, place
                start = -1
        if start >= 0 and hot:
            yield start, len(words.words)

    def classes(self, words: Words, place: int) -> Classes:
        word = words.words[place]
        entry = self.vocabulary.get(word)
        if entry is None:
            return _digits(word)
        if entry.capital.keys and words.text[words.starts[place]].isupper():
            return entry.capital
        return entry.plain


@lru_cache(maxsize=20_000)
def _digits(word: str) -> Classes:
    found = shapes(word)
    return Classes(tuple(key for key, _ in found), tuple(value for _, value in found))


def _hot_digits(words: Words, place: int) -> bool:
    """Four digits may be a year, digits joined to digits a date or a clock time, two after an apostrophe a year."""
    size, start = len(words.words[place]), words.starts[place]
    if size == 4 or (size == 2 and words.text[start - 1 : start] in APOSTROPHES):
        return True
    return start > 1 and words.text[start - 1] in ":/-." and words.text[start - 2].isdigit()


class _Window:
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
            yield Found(self.first + place, self.first + end, how.rule, meaning)
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
            meaning = how.make(**dict(zip(how.parameters, values, strict=True)))
            if meaning is not None or not how.keep:
                into[place] = (place, how, meaning)


def _preference(reading: Reading) -> tuple[int, int]:
    return reading[0], -reading[1].rank
