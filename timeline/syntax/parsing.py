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
_STOPS = _JOINTS | TIMEX


def parsed(tokens: Sequence[Token]) -> Sentence:
    """The clauses of a sentence; one with a single verb, and nothing that could join another clause, is one clause."""
    each = list(map(_ROLES, tokens))
    together = reduce(or_, each, 0)
    found, turns = groups(tokens, each, together), _turns(tokens)
    if len(found) > 1 or together & _JOINTS or turns:
        return _walked(Walk(tokens, found, turns), each, together)
    quoted = bool(tokens) and tokens[0].quoted
    return Sentence(tokens, [0] * len(tokens), [Clause(Kind.MAIN, None, 0, groups=found, quoted=quoted)], together)


def _turns(tokens: Sequence[Token]) -> set[int]:
    """Where a quotation begins or ends inside the sentence."""
    quoted = list(map(_QUOTED, tokens))
    if True not in quoted or False not in quoted:
        return set()
    return {place for place in range(1, len(quoted)) if quoted[place] is not quoted[place - 1]}


def _walked(walk: Walk, each: Sequence[int], together: int) -> Sentence:
    """Nothing happens between one stop and the next."""
    tokens, owner, opened, next_group = walk.tokens, walk.owner, walk.open, walk.next_group
    done, last = 0, -1
    stops = [place for place, roles in enumerate(each) if roles & _STOPS]
    for place in sorted({*stops, *walk.turns, *(group.first for group in walk.groups)}):
        owner[done:place] = [opened[-1]] * (place - done)
        group, roles = next_group[place], each[place]
        if place > last:
            if place in walk.turns:
                quotation(walk, place)
            if group is not None and group.first == place:
                predicate(walk, group)
                last = group.last
            elif roles & _JOINTS:
                _join(walk, place, roles)
        if roles & TIMEX:
            walk.dated.add(opened[-1])
        owner[place], done = opened[-1], place + 1
    owner[done:] = [opened[-1]] * (len(tokens) - done)
    return Sentence(tokens, owner, walk.clauses, together)


def _join(walk: Walk, place: int, roles: int) -> None:
    if roles & MARK:
        mark(walk, place)
    elif roles & COORDINATOR:
        coordinate(walk, place)
    else:
        opening(walk, place)
