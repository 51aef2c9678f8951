"""What has been read before: how words are read depends on their kinds and joints alone, of which there are few."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.ways import Ways

Branch = dict[int, "Branch | Ways"]
_MOST = 100_000


class Memory:
    """A tree over the symbols of words; a leaf has the ways to read what leads to it, the preferred first.

    It is emptied when it has grown to ``_MOST`` symbols, which no ordinary texts make it.
    """

    __slots__ = ("root", "size")

    def __init__(self) -> None:
        self.root: Branch = {}
        self.size = 0

    def learn(self, symbols: Sequence[int], ways: Ways) -> None:
        """No sequence of ``symbols`` may begin with another."""
        if self.size + len(symbols) > _MOST:
            self.root, self.size = {}, 0
        branch = self.root
        for symbol in symbols[:-1]:
            following = branch.setdefault(symbol, {})
            if isinstance(following, tuple):
                return
            branch = following
        branch[symbols[-1]] = ways
        self.size += len(symbols)
