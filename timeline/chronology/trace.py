"""What decides whether two reports tell of one happening: a small record of each, as `tracing` makes it."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

MOST_KEYS = 5
_SHORT, _SHORT_WEIGHT = 3, 0.5


class Reach(NamedTuple):
    """Minutes since year 1 between which an event lies; ``None`` is an open end."""

    start: int | None
    end: int | None


class Timed(NamedTuple):
    """What of a trace decides where it is looked for."""

    reach: Reach
    placed: bool
    firm: bool
    planned: bool
    moves: bool


class Trace(NamedTuple):
    """``telling`` is the same for copies of one report; ``sentence`` for all that is told in one sentence.

    ``head`` are the words of the happening's own line, together of this ``weight``, ``words`` those of the whole
    sentence, ``names`` the names in the head. ``keys`` are those of its words by which it is looked up. ``placed``: it
    has a place on the calendar; ``firm``: words of the text give it. ``planned``: it lay ahead; ``moves``: a plan's
    date is changed.
    """

    telling: int
    article: int
    sentence: int
    publisher: str
    published: int
    reach: Reach
    placed: bool
    firm: bool
    planned: bool
    moves: bool
    head: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    keys: tuple[str, ...]
    weight: float

    @property
    def timed(self) -> Timed:
        return Timed(self.reach, self.placed, self.firm, self.planned, self.moves)


def weight(words: Collection[str]) -> float:
    """Of words together: short ones weigh less."""
    return len(words) - (1 - _SHORT_WEIGHT) * len([word for word in words if len(word) <= _SHORT])


def longest(words: Collection[str]) -> list[str]:
    """First, of those of one length in their own order."""
    return sorted(sorted(words), key=len, reverse=True)
