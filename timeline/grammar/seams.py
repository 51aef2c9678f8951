"""Which words can stand beside each other inside a phrase, and how they are joined there."""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from itertools import pairwise
from operator import or_

from timeline.grammar.spread import WORD_KEY, Sequences
from timeline.grammar.steps import Step
from timeline.grammar.tree import Classes, kind

NO_GAP = "\0"
KIND_BITS = 16
_NONE: dict[str, int] = {}
Row = dict[str, int]
"""What can stand behind a word, with its joints as the bits of a number."""
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
        numbers = {gap: number for number, gap in enumerate(self.gaps)}
        self._rows: defaultdict[str, Row] = defaultdict(dict)
        self._kinds: dict[int, Row] = {}
        for before, joins, after in seams:
            mask = sum(1 << numbers[gap] for gap in joins)
            for key in before:
                _add(self._rows[key], dict.fromkeys(after, mask))

    def symbols(self, before: Classes, after: Classes) -> dict[str, int]:
        """By the joint between the two words."""
        row = self._behind(before)
        masks = [(key, row[key]) for key in after.keys if key in row]
        found = _NONE
        if masks:
            joints = reduce(or_, [mask for _, mask in masks])
            found = {
                gap: number << KIND_BITS | kind(tuple([key for key, mask in masks if mask >> number & 1]))
                for number, gap in enumerate(self.gaps)
                if joints >> number & 1
            }
        self.known[before.kind, after.kind] = found
        return found

    def _behind(self, before: Classes) -> Row:
        row = self._kinds.get(before.kind)
        if row is None:
            row = self._kinds[before.kind] = {}
            for key in before.keys:
                _add(row, self._rows.get(key, {}))
        return row

    def gap(self, symbol: int) -> str:
        return self.gaps[symbol >> KIND_BITS]


def _add(row: Row, more: Row) -> None:
    if not row:
        row.update(more)
        return
    for key, mask in more.items():
        row[key] = row.get(key, 0) | mask


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
