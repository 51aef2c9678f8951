"""What has been read before: how words are read depends on their kinds and joints alone, of which there are few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.grammar.ways import Ways

Readings = tuple[Ways, ...]
"""The ways to read a phrase from some place on, by where they end, the longest first."""
Branch = dict[int, "Branch | Readings"]
_MOST = 100_000


class Memory:
    """A tree a phrase over the symbols of words, whose leaves have the readings of what leads to them.

    It is emptied when it has grown to ``_MOST`` symbols, which no ordinary texts make it.
    """

    __slots__ = ("roots", "size")

    def __init__(self) -> None:
        self.roots: defaultdict[str, Branch] = defaultdict(dict)
        self.size = 0

    def learn(self, phrase: str, symbols: Sequence[int], readings: Readings) -> None:
        """No sequence of ``symbols`` that decides how the phrase is read may begin with another."""
        self.size += len(symbols)
        if self.size > _MOST:
            self.roots.clear()
            self.size = len(symbols)
        branch = self.roots[phrase]
        for symbol in symbols[:-1]:
            following = branch.setdefault(symbol, {})
            if isinstance(following, tuple):
                return
            branch = following
        branch[symbols[-1]] = readings
