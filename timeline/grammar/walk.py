"""Every way to read the words from one place on: remembered, or found by walking the grammar's tree."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.grammar.memory import Readings
from timeline.grammar.tree import Node
from timeline.grammar.ways import Parts, Way, way

if TYPE_CHECKING:
    from timeline.grammar.window import Window

_RANK = attrgetter("how.rank")
_Ends = dict[int, list[Way]]


class Walk:
    """What reads a window. ``reach`` is the farthest place that it has looked at for the phrase it is in."""

    __slots__ = ("matcher", "reach", "window")

    def __init__(self, window: Window) -> None:
        self.window, self.matcher, self.reach = window, window.matcher, 0

    def readings(self, phrase: str, place: int) -> Readings:
        symbols, at = self.window.symbols, place
        known = self.matcher.memory.roots[phrase].get(self.window.classes[place].kind)
        while isinstance(known, dict):
            at += 1
            known = known.get(symbols[at])
        if known is None:
            known, at = self._learnt(phrase, place)
        self.reach = max(self.reach, at)
        return known

    def _learnt(self, phrase: str, place: int) -> tuple[Readings, int]:
        """With the last place that decided how the phrase is read."""
        before, self.reach = self.reach, place
        ends: _Ends = {}
        self._walk(self.matcher.roots[phrase], place, place, (), ends)
        readings = tuple(tuple(sorted(ends[end], key=_RANK)) for end in sorted(ends, reverse=True)) if ends else ()
        window, last, self.reach = self.window, self.reach, before
        self.matcher.memory.learn(phrase, [window.classes[place].kind, *window.symbols[place + 1 : last + 1]], readings)
        return readings, last

    def _walk(self, node: Node, start: int, place: int, parts: Parts, into: _Ends) -> None:
        """Follows every way through the tree; how the first word of a phrase is joined is its user's affair."""
        for how in node.ends:
            into.setdefault(place, []).append(way(how, place - start, parts))
        if not (node.edges or node.phrases):
            return
        gap = None
        if place != start:
            self.reach = max(self.reach, place)
            symbol = self.window.symbols[place]
            if not symbol:
                return
            gap = self.matcher.seams.gap(symbol)
        words, phrases = node.moves(self.window.classes[place], self.matcher.firsts)
        for joins, then, key in words:
            if gap is None or gap in joins:
                self._walk(then, start, place + 1, parts if key is None else (*parts, (place - start, key)), into)
        for name, joins, then in phrases:
            if gap is None or gap in joins:
                for ways in self.readings(name, place):
                    self._walk(then, start, place + ways[0].size, (*parts, (place - start, ways)), into)
