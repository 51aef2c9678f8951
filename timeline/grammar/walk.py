"""Every way to read the words from one place on, found by walking the grammar's tree."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.grammar.tree import Node
from timeline.grammar.ways import Parts, Way, Ways, way

if TYPE_CHECKING:
    from timeline.grammar.window import Window

_Ends = dict[int, list[Way]]


class Walk:
    """One search, with a memory of its phrases. ``reach`` is the farthest place that it has looked at."""

    __slots__ = ("memory", "reach", "window")

    def __init__(self, window: Window) -> None:
        self.window, self.reach = window, 0
        self.memory: dict[tuple[str, int], list[Ways]] = {}

    def ways(self, name: str, place: int) -> list[Ways]:
        """The ways to read the phrase, those that end at the same place together, the preferred of them first."""
        known = self.memory.get((name, place))
        if known is None:
            ends: _Ends = {}
            self._walk(self.window.matcher.roots[name], place, place, (), ends)
            known = [tuple(sorted(ways, key=attrgetter("how.rank"))) for ways in ends.values()]
            self.memory[name, place] = known
        return known

    def _walk(self, node: Node, start: int, place: int, parts: Parts, into: _Ends) -> None:
        """Follows every way through the tree; how the first word of a phrase is joined is its user's affair."""
        for how in node.ends:
            into.setdefault(place, []).append(way(how, place - start, parts))
        window, begins = self.window, place == start
        self.reach = max(self.reach, place)
        if place == window.size or not (begins or window.symbols[place]):
            return
        gap = window.gap(place)
        words, phrases = node.moves(window.classes[place], window.matcher.firsts)
        for joins, then, index in words:
            if begins or gap in joins:
                self._walk(then, start, place + 1, parts if index < 0 else (*parts, (place - start, index)), into)
        for name, joins, then in phrases:
            if begins or gap in joins:
                for ways in self.ways(name, place):
                    self._walk(then, start, place + ways[0].size, (*parts, (place - start, ways)), into)
