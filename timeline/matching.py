"""Finding time expressions: a scan for words that can take part in one, then a longest match there.

Phrases never contain themselves, so every match is bounded in length and the whole is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from timeline.shapes import shapes
from timeline.tokens import Words

Key = tuple[str, object]


@dataclass(frozen=True, slots=True)
class End:
    """What a completed sequence makes: the rule's name and maker, and the parameters of its slots in order."""

    rank: int
    rule: str
    make: Callable[..., object]
    parameters: tuple[str, ...]
    keep: bool = True


@dataclass(slots=True)
class Node:
    """A place in the tree of sequences. An edge's last part says whether the step's value is kept."""

    edges: dict[str, list[tuple[frozenset[str], Node, bool]]] = field(default_factory=dict)
    phrases: list[tuple[str, frozenset[str], Node]] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the vocabulary: what it can be, what only with a capital, and whether it marks an expression."""

    keys: tuple[Key, ...]
    capital: tuple[Key, ...]
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
        vocabulary = self.vocabulary
        start, hot = -1, False
        for place, word in enumerate(words.words):
            entry = vocabulary.get(word)
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

    def keys(self, words: Words, place: int) -> tuple[Key, ...]:
        word = words.words[place]
        entry = self.vocabulary.get(word)
        if entry is None:
            return shapes(word)
        if entry.capital and words.text[words.starts[place]].isupper():
            return entry.keys + entry.capital
        return entry.keys


def _hot_digits(words: Words, place: int) -> bool:
    """Four digits may be a year; digits joined to digits may be a date or a clock time."""
    if len(words.words[place]) == 4:
        return True
    start = words.starts[place]
    return start > 1 and words.text[start - 1] in ":/-." and words.text[start - 2].isdigit()


class _Window:
    """One run of known words, matched with a memory of its phrases."""

    __slots__ = ("first", "gaps", "keys", "last", "matcher", "memory")

    def __init__(self, matcher: Matcher, words: Words, first: int, last: int) -> None:
        self.matcher, self.first, self.last = matcher, first, last
        places = range(first, last)
        self.keys = [matcher.keys(words, place) for place in places]
        self.gaps = [words.gap(place, matcher.dotted) if place > first else "" for place in places]
        self.memory: dict[tuple[str, int], list[Reading]] = {}

    def found(self) -> Iterator[Found]:
        place, size = 0, self.last - self.first
        top = self.matcher.top
        while place < size:
            best = max(self.phrase(top, place), key=_preference, default=None)
            if best is None:
                place += 1
                continue
            end, how, meaning = best
            yield Found(self.first + place, self.first + end, how.rule, meaning)
            place = end

    def phrase(self, name: str, place: int) -> list[Reading]:
        """Where the phrase can end when it begins at ``place``, and what it is then; one reading an end."""
        known = self.memory.get((name, place))
        if known is None:
            known = self.memory[name, place] = []
            firsts = self.matcher.firsts[name]
            if any(key in firsts for key, _ in self.keys[place]):
                readings: Readings = {}
                self._walk(self.matcher.roots[name], place, place, (), readings)
                known.extend(readings.values())
        return known

    def _walk(self, node: Node, begin: int, place: int, values: tuple[object, ...], into: Readings) -> None:
        if node.ends:
            _complete(node, place, values, into)
        if place == len(self.keys):
            return
        gap = self.gaps[place] if place > begin else None
        for key, value in self.keys[place]:
            for joins, then, kept in node.edges.get(key, ()):
                if gap is None or gap in joins:
                    self._walk(then, begin, place + 1, (*values, value) if kept else values, into)
        for name, joins, then in node.phrases:
            if gap is None or gap in joins:
                for end, _, value in self.phrase(name, place):
                    self._walk(then, begin, end, (*values, value), into)


def _complete(node: Node, place: int, values: tuple[object, ...], into: Readings) -> None:
    """Makes what has been read up to ``place``, unless an earlier rule has read the same words."""
    for how in node.ends:
        if place not in into or into[place][1].rank > how.rank:
            meaning = how.make(**dict(zip(how.parameters, values, strict=True)))
            if meaning is not None or not how.keep:
                into[place] = (place, how, meaning)


def _preference(reading: Reading) -> tuple[int, int]:
    return reading[0], -reading[1].rank
