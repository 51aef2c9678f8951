"""How many of those who tell a thing tell it on their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from timeline.chronology.grouping import components
from timeline.model import Source

_RUN = 3
_COPIED = 0.7


def voices(sources: Sequence[Source]) -> int:
    """One publisher is one voice, and so are those who print nearly the same words."""
    shingles = [_shingles(source.quote) for source in sources]
    pairs = combinations(range(len(sources)), 2)
    return len(components(range(len(sources)), (pair for pair in pairs if _one(pair, sources, shingles))))


def _one(pair: tuple[int, int], sources: Sequence[Source], shingles: Sequence[frozenset[str]]) -> bool:
    one, other = (sources[place] for place in pair)
    if one.article == other.article:
        return True
    if one.publisher and other.publisher and one.publisher.casefold() == other.publisher.casefold():
        return True
    mine, theirs = (shingles[place] for place in pair)
    return len(mine & theirs) >= _COPIED * len(mine | theirs)


def _shingles(quote: str) -> frozenset[str]:
    """Every run of so many words."""
    words = "".join(letter if letter.isalnum() else " " for letter in quote.casefold()).split()
    return frozenset(" ".join(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1)))
