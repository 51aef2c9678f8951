"""Divides a sentence into clauses in one walk from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.syntax.clauses import Sentence
from timeline.syntax.joints import coordinate, opening
from timeline.syntax.lexicon import MARK, TIMEX
from timeline.syntax.marks import mark, quotation
from timeline.syntax.predicates import predicate
from timeline.syntax.tokens import Token
from timeline.syntax.walk import COORDINATOR, OPENER, Walk

_JOINTS = MARK | COORDINATOR | OPENER


def parsed(tokens: Sequence[Token]) -> Sentence:
    """The clauses of a sentence of at least one token."""
    walk = Walk(tokens)
    owner, opened, next_group = walk.owner, walk.open, walk.next_group
    last, together, quoted = -1, 0, bool(tokens) and tokens[0].quoted
    for place, (_, _, _, roles, here, _) in enumerate(tokens):
        together |= roles
        if place > last:
            group = next_group[place]
            if here is not quoted:
                quotation(walk, place)
            if group is not None and group.first == place:
                predicate(walk, group)
                last = group.last
            elif roles & _JOINTS:
                _join(walk, place, roles)
        quoted, owner[place] = here, opened[-1]
        if roles & TIMEX:
            walk.dated.add(opened[-1])
    return Sentence(tokens, owner, walk.clauses, together)


def _join(walk: Walk, place: int, roles: int) -> None:
    if roles & MARK:
        mark(walk, place)
    elif roles & COORDINATOR:
        coordinate(walk, place)
    else:
        opening(walk, place)
