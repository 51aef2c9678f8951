"""The words of a sentence with the roles they can play. A time expression is one token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from timeline.model import Span, Timex
from timeline.syntax.lexicon import (
    CLOSING,
    MARK,
    NAME,
    NUMBER,
    OPENING,
    TIMEX,
    Lexicon,
)
from timeline.syntax.phrases import PROPER, phrased
from timeline.syntax.tokens import Token

_WORD = re.compile(
    r"([\w'’,;:()?!“”\"«»„…–—$£€¥.-](?:(?<=[^\W\d_])[^\W\d_]*(?:[.'’&-]\w+)*|(?<=[,;:()?!“”\"«»„…–—])"
    r"|(?<=\d)\d*(?:[.,]\d+)*(?:\w+|%)?|(?<=[$£€¥])\d+(?:[.,]\d+)*(?:\w+|%)?"
    r"|(?<=['’])s\b|(?<=\.)\.+|(?<=\s-)-*(?=\s)))"
)
"""A set of characters first, and what it begins by which of them it was: a set is looked for faster than a choice."""

_SPLIT_WORD = re.compile(_WORD.pattern.replace("(?:[.'’&-]", "(?:(?:[.'’&-]| - )", 1))
_SPACED = re.compile(r"\w (?:,|\.(?=\s|$)|['’]s\b|n['’]t\b)")
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")
_MOST_WORDS = 16_384


_new = tuple.__new__
"""Without a call in Python for each word."""


def tokens(
    text: str, sentence: Span, timexes: Sequence[Timex], borders: Sequence[int], lexicon: Lexicon
) -> list[Token]:
    """``borders`` are the beginnings and ends of quotations in turn, ascending.

    Where all marks stand apart from words, as in texts made for machines, a hyphen between words does too.
    """
    start, words = sentence.start, _Words(borders, sentence, lexicon)
    start -= text[start - 1 : start].isspace()
    spaced = " - " in text[start : sentence.end] and _SPACED.search(text, start, sentence.end) is not None
    split = (_SPLIT_WORD if spaced else _WORD).split
    for timex in timexes:
        if timex.start < sentence.start:
            continue
        words.add(split(text[start : timex.start]), start)
        words.found.append(_new(Token, (timex.start, timex.end, "", TIMEX, words.quoted(timex.start), timex)))
        start = timex.end
    words.add(split(text[start : sentence.end]), start)
    return phrased(words.found, words.marked, lexicon) if words.marked else words.found


class _Words:
    """The words of a sentence so far; `phrased` has to look at the ``marked``."""

    __slots__ = ("_all", "_borders", "_lexicon", "found", "marked")

    def __init__(self, borders: Sequence[int], sentence: Span, lexicon: Lexicon) -> None:
        first = bisect_right(borders, sentence.start)
        inside = first < len(borders) and borders[first] < sentence.end
        self._borders, self._lexicon = borders, lexicon
        self._all = None if inside else bool(first & 1)
        self.found: list[Token] = []
        self.marked: list[int] = []

    def quoted(self, place: int) -> bool:
        return bool(bisect_right(self._borders, place) & 1) if self._all is None else self._all

    def add(self, pieces: Sequence[str], end: int) -> None:
        """``pieces`` are what stands before a word, from ``end`` on, and the word, in turn."""
        known, quoted, found, parts = self._lexicon.read, self._all, self.found, iter(pieces)
        for gap, raw in zip(parts, parts, strict=False):
            start = end + len(gap)
            end = start + len(raw)
            word, roles, special = known.get(raw) or _read(raw, self._lexicon)
            if special:
                self.marked.append(len(found))
            found.append(_new(Token, (start, end, word, roles, self.quoted(start) if quoted is None else quoted, None)))


def _read(raw: str, lexicon: Lexicon) -> tuple[str, int, bool]:
    """A word in lower case with its roles, and whether it may begin a phrase or be a verb written like a name."""
    if len(lexicon.read) >= _MOST_WORDS:
        lexicon.read.clear()
    word, first = raw.lower().replace("’", "'").replace(" - ", "-"), raw[0]
    if first.isalpha() or first in "'’":
        roles = lexicon.role(word) | (NAME if first.isupper() else 0)
    elif first.isdigit() or (len(raw) > 1 and raw[1].isdigit()):
        roles = NUMBER
    else:
        roles = MARK | (OPENING if first in _OPENING else CLOSING if first in _CLOSING else 0)
    named = bool(roles & NAME and roles & ~PROPER)
    lexicon.read[raw] = read = word, roles, named or word in lexicon.phrases
    return read
