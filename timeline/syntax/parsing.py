"""Divides a sentence into clauses in one walk from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.syntax.clauses import Sentence
from timeline.syntax.joints import coordinate, opening
from timeline.syntax.lexicon import MARK
from timeline.syntax.marks import mark, quotation
from timeline.syntax.predicates import predicate
from timeline.syntax.tokens import Token
from timeline.syntax.walk import COORDINATOR, OPENER, Walk

_JOINTS = MARK | COORDINATOR | OPENER


def parsed(tokens: Sequence[Token]) -> Sentence:
    """The clauses of a sentence of at least one token."""
    walk = Walk(tokens)
    last, quoted = -1, bool(tokens) and tokens[0].quoted
    for place, token in enumerate(tokens):
        roles = token.roles
        if place > last:
            group = walk.next_group[place]
            if token.quoted is not quoted:
                quotation(walk, place)
            if group is not None and group.first == place:
                predicate(walk, group)
                last = group.last
            elif roles & _JOINTS:
                _join(walk, place, roles)
        quoted = token.quoted
        walk.own(place, roles)
    return Sentence(tokens, walk.owner, walk.clauses)


def _join(walk: Walk, place: int, roles: int) -> None:
    if roles & MARK:
        mark(walk, place)
    elif roles & COORDINATOR:
        coordinate(walk, place)
    else:
        opening(walk, place)
