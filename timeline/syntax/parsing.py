"""Divides a sentence into clauses in one walk from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import attrgetter, or_

from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.joints import coordinate, opening
from timeline.syntax.lexicon import MARK, TIMEX
from timeline.syntax.marks import mark, quotation
from timeline.syntax.predicates import predicate
from timeline.syntax.tokens import Token
from timeline.syntax.verbs import groups
from timeline.syntax.walk import COORDINATOR, OPENER, Walk

_ROLES, _QUOTED = attrgetter("roles"), attrgetter("quoted")
_JOINTS = MARK | COORDINATOR | OPENER


def parsed(tokens: Sequence[Token]) -> Sentence:
    """The clauses of a sentence; one with a single verb, and nothing that could join another clause, is one clause."""
    together = reduce(or_, map(_ROLES, tokens), 0)
    found = groups(tokens, together)
    if len(found) > 1 or together & _JOINTS or len(set(map(_QUOTED, tokens))) > 1:
        return _walked(Walk(tokens, found), together)
    quoted = bool(tokens) and tokens[0].quoted
    return Sentence(tokens, [0] * len(tokens), [Clause(Kind.MAIN, None, 0, groups=found, quoted=quoted)], together)


def _walked(walk: Walk, together: int) -> Sentence:
    tokens, owner, opened, next_group = walk.tokens, walk.owner, walk.open, walk.next_group
    last, quoted = -1, tokens[0].quoted
    for place, (_, _, _, roles, here, _) in enumerate(tokens):
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
