"""Divides a sentence into clauses in one walk from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.syntax.clauses import Sentence
from timeline.syntax.joints import coordinate, opening
from timeline.syntax.lexicon import MARK
from timeline.syntax.marks import mark, quotation
from timeline.syntax.predicates import predicate
from timeline.syntax.tagging import Token
from timeline.syntax.walk import COORDINATOR, OPENER, Walk


def parsed(tokens: Sequence[Token]) -> Sentence:
    """The clauses of a sentence of at least one token."""
    walk = Walk(tokens)
    place, count = 0, len(tokens)
    while place < count:
        group = walk.next_group[place]
        if place and tokens[place].quoted != tokens[place - 1].quoted:
            quotation(walk, place)
        if group is not None and group.first == place:
            predicate(walk, group)
            for inside in range(group.first, group.last + 1):
                walk.own(inside)
            place = group.last + 1
            continue
        roles = tokens[place].roles
        if roles & MARK:
            mark(walk, place)
        elif roles & COORDINATOR:
            coordinate(walk, place)
        elif roles & OPENER:
            opening(walk, place)
        walk.own(place)
        place += 1
    return Sentence(tokens, walk.owner, walk.clauses)
