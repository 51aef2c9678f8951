"""Words and how they are joined. Offsets are characters of the text as given."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

WORD = re.compile(r"[^\W\d_]+|\d+")
_PLAIN = re.compile(r"([a-z]+|[0-9]+)")
_ANY = re.compile(r"([a-z]+[^\W\d_]*|\d+|[^\W\d_]+)")
"""``WORD`` for text in lower case, plain ASCII or not: both twice as fast where letters are Latin ones."""

_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-") | {"\u2019": "'", "\u2018": "'", "\u02bc": "'"}
)
_SPACES = re.compile(r"\s+")
_LONGEST_GAP = 40
BREAK = "\n\n"


def lowered(text: str) -> str:
    """Lower case, character by character, so that offsets stay (``İ`` would become two)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


@lru_cache(maxsize=4096)
def join(gap: str) -> str:
    """How two words are joined, in the notation of patterns: white space folded, dashes and apostrophes one."""
    return _SPACES.sub(" ", gap.translate(_DASHES))


@lru_cache(maxsize=4096)
def _short_join(raw: str) -> str:
    return BREAK if raw.count("\n") > 1 else join(raw)


class Words:
    """A text as parallel lists: the words in lower case, where each begins (inclusive) and ends (exclusive).

    ``gaps`` are what stands before each word, as written.
    """

    __slots__ = ("ends", "gaps", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        low = lowered(text)
        pieces = (_PLAIN if low.isascii() else _ANY).split(low)
        places = list(accumulate(map(len, pieces)))
        self.text = text
        self.words, self.gaps = pieces[1::2], pieces[:-1:2]
        self.starts, self.ends = places[:-1:2], places[1::2]

    def gap(self, place: int, dotted: frozenset[str] = frozenset()) -> str:
        """What joins the word at ``place`` to the one before it, without the dot of an abbreviation or an ordinal."""
        raw = self.gaps[place]
        if place == 0 or len(raw) > _LONGEST_GAP:
            return BREAK
        if raw == " ":
            return raw
        gap = _short_join(raw)
        if gap[:1] != "." or self.words[place - 1] not in dotted:
            return gap
        return gap if gap == "." and self.words[place - 1].isdigit() else gap[1:]
