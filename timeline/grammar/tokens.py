"""Words and how they are joined. Offsets are characters of the text as given."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+|\d+")
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


class Words:
    """A text as parallel lists: the words in lower case, where each begins (inclusive) and ends (exclusive)."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        matches = list(WORD.finditer(lowered(text)))
        self.text = text
        self.words = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]

    def gap(self, place: int, dotted: frozenset[str] = frozenset()) -> str:
        """What joins the word at ``place`` to the one before it, without the dot of an abbreviation or an ordinal."""
        if place == 0 or self.starts[place] - self.ends[place - 1] > _LONGEST_GAP:
            return BREAK
        raw = self.text[self.ends[place - 1] : self.starts[place]]
        if raw.count("\n") > 1:
            return BREAK
        gap = join(raw)
        if gap[:1] != "." or self.words[place - 1] not in dotted:
            return gap
        return gap if gap == "." and self.words[place - 1].isdigit() else gap[1:]
