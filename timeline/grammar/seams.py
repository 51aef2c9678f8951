"""Which words can stand beside each other inside a phrase, and how they are joined there."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from timeline.grammar.patterns import Step
from timeline.grammar.spread import WORD_KEY, Sequences
from timeline.grammar.tree import Classes, kind

NO_GAP = "\0"
KIND_BITS = 16
_NONE: dict[str, int] = {}
_Seam = tuple[frozenset[str], frozenset[str], frozenset[str]]


class Seams:
    """Every seam of a grammar: what a word can be, what the next one can be then, and how they are joined.

    ``gaps`` are all its joints, the first none. A symbol is a joint and what the word behind it can be there; ``known``
    has them for two kinds of word. What stands behind no phrase's word, with this joint, has no symbol.
    """

    def __init__(self, everything: Sequences, firsts: dict[str, frozenset[str]]) -> None:
        seams = _seams(everything, firsts)
        self.gaps = NO_GAP, *sorted(frozenset().union(*(joins for _, joins, _ in seams)))
        self.known: dict[tuple[int, int], dict[str, int]] = {}
        self._rows: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for before, joins, after in seams:
            for key in before:
                row = self._rows[key]
                for following in after:
                    row[following] |= joins

    def symbols(self, before: Classes, after: Classes) -> dict[str, int]:
        """By the joint between the two words."""
        rows = [self._rows[key] for key in before.keys if key in self._rows]
        found = _NONE
        for number, gap in enumerate(self.gaps):
            keys = tuple(key for key in after.keys if any(gap in row.get(key, ()) for row in rows))
            if keys:
                found = {**found, gap: number << KIND_BITS | kind(keys)}
        self.known[before.kind, after.kind] = found
        return found

    def gap(self, symbol: int) -> str:
        return self.gaps[symbol >> KIND_BITS]


def _seams(everything: Sequences, firsts: dict[str, frozenset[str]]) -> set[_Seam]:
    lasts = _lasts(everything)
    return {
        (_keys(before, lasts), after.joins, _keys(after, firsts))
        for rows in everything.values()
        for sequence, _, _ in rows
        for before, after in pairwise(sequence)
    }


def _keys(step: Step, of_phrases: dict[str, frozenset[str]]) -> frozenset[str]:
    if step.word is not None:
        return frozenset([WORD_KEY + step.word])
    slot = step.slot or ""
    return of_phrases.get(slot, frozenset()) | {slot}


def _lasts(everything: Sequences) -> dict[str, frozenset[str]]:
    """The keys with which each phrase can end."""
    done: dict[str, frozenset[str]] = {}

    def last(name: str) -> frozenset[str]:
        if name not in done:
            ends = [sequence[-1] for sequence, _, _ in everything[name]]
            inner = {step.slot: last(step.slot) for step in ends if step.slot in everything}
            done[name] = frozenset().union(*(_keys(step, inner) for step in ends))
        return done[name]

    for name in everything:
        last(name)
    return done
