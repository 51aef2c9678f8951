"""Finding time expressions: a scan for words that can take part in one, then a longest match there.

Phrases never contain themselves, so every match is bounded in length and the whole is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.grammar.shapes import shapes
from timeline.grammar.tokens import Words
from timeline.grammar.tree import Classes, Node
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
    """A compiled grammar: a tree of sequences a phrase, what each can begin with, and the vocabulary."""

    roots: dict[str, Node]
    firsts: dict[str, frozenset[str]]
    vocabulary: dict[str, Entry]
    dotted: frozenset[str]
    top: str

    def found(self, words: Words) -> Iterator[Found]:
        """Every expression and look-alike in order, none overlapping, the longest first where several begin."""
        for first, last in self._windows(words):
            yield from Window(self, words, first, last).found()

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
