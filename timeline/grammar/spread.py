"""A grammar spread out: every phrase as all the plain sequences of steps that it stands for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.grammar.patterns import sequences
from timeline.grammar.steps import JOINS, Sequence, Step
from timeline.grammar.tokens import WORD, join

if TYPE_CHECKING:
    from timeline.grammar.rules import Grammar, Rule

TOP = "timex"
WORD_KEY = "'"
Sequences = dict[str, list[tuple[Sequence, "Rule | None", object]]]
"""A phrase's name to its sequences, each with its rule, or with its value where it is an entry of a word table."""


def everything_of(grammar: Grammar) -> Sequences:
    """Each phrase's sequences; a table's entries of several words become a phrase of the table's name."""
    rows: Sequences = {TOP: []}
    for rule in [*grammar.look_alikes, *grammar.rules]:
        rows[TOP] += [(sequence, rule, None) for sequence in sequences(rule.pattern)]
    for name, rules in grammar.phrases.items():
        rows[name] = [(sequence, rule, None) for rule in rules for sequence in sequences(rule.pattern)]
    for name, table in grammar.tables.items():
        long = [(surface_of(surface), None, value) for surface, value in table.items() if len(surface_of(surface)) > 1]
        if long:
            rows.setdefault(name, []).extend(long)
    return rows


@lru_cache(maxsize=8192)
def surface_of(surface: str) -> Sequence:
    """A word-table entry as literal steps, joined as it is written."""
    steps: list[Step] = []
    last = 0
    for match in WORD.finditer(surface):
        gap = join(surface[last : match.start()])
        steps.append(Step(JOINS.get(gap, frozenset([gap])), word=match[0].lower()))
        last = match.end()
    return tuple(steps)
