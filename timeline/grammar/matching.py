"""Finding time expressions: a scan for words that can take part in one, then a longest match there.

Phrases never contain themselves, so every match is bounded in length and the whole is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from timeline.grammar.memory import Memory
from timeline.grammar.seams import Seams
from timeline.grammar.shapes import shapes
from timeline.grammar.tokens import Words
from timeline.grammar.tree import Classes, Node, classes
from timeline.grammar.window import Found, Window

APOSTROPHES = ("'", "\u2019", "\u2018")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the vocabulary: what it can be, what more with a capital, and whether it marks an expression."""

    plain: Classes
    capital: Classes
    hot: bool


@dataclass(frozen=True)
class Matcher:
    """A compiled grammar: a tree of sequences a phrase, what each can begin with, the vocabulary, the seams."""

    roots: dict[str, Node]
    firsts: dict[str, frozenset[str]]
    vocabulary: dict[str, Entry]
    dotted: frozenset[str]
    top: str
    seams: Seams
    memory: Memory = field(default_factory=Memory)

    def found(self, words: Words) -> Iterator[Found]:
        """Every expression and look-alike in order, none overlapping, the longest first where several begin."""
        for first, last in self._runs(words):
            yield from Window(self, words, first, last).found()

    @cached_property
    def hot(self) -> frozenset[str]:
        """The words that mark where an expression can be."""
        return frozenset(word for word, entry in self.vocabulary.items() if entry.hot)

    @cached_property
    def simple(self) -> dict[str, Classes]:
        """The words that a capital does not change."""
        return {word: entry.plain for word, entry in self.vocabulary.items() if not entry.capital.keys}

    def _runs(self, words: Words) -> Iterator[tuple[int, int]]:
        """Runs of known words with at least one hot one."""
        told, known, hot, last = words.words, self.vocabulary, self.hot, 0
        for place in [place for place, word in enumerate(told) if word in hot or word.isdigit()]:
            if place < last or not (told[place] in hot or _hot_digits(words, place)):
                continue
            first, before, last = place, last, place + 1
            while first > before and ((word := told[first - 1]) in known or word.isdigit()):
                first -= 1
            while last < len(told) and ((word := told[last]) in known or word.isdigit()):
                last += 1
            yield first, last

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
    return classes(shapes(word))


def _hot_digits(words: Words, place: int) -> bool:
    """Four digits may be a year, digits joined to digits a date or a clock time, two after an apostrophe a year."""
    size = len(words.words[place])
    if size == 4:
        return True
    start = words.starts[place]
    if size == 2 and words.text[start - 1 : start] in APOSTROPHES:
        return True
    return start > 1 and words.text[start - 1] in ":/-." and words.text[start - 2].isdigit()
