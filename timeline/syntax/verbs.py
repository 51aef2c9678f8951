"""Finite verb groups ("could be given", "has not been told") and the tense each is in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from timeline.members import direct
from timeline.syntax.forms import AUXILIARY, FINITE, PARTICIPLE, PAST_FORM, WAITING, WEAK_FORM, starts
from timeline.syntax.lexicon import MARK, NAME, NUMBER, PROGRESSIVE, TIMEX, role
from timeline.syntax.tokens import Token


@direct
class Tense(Enum):
    PAST = auto()
    PERFECT = auto()
    PROGRESSIVE = auto()
    PRESENT = auto()
    FUTURE = auto()
    WOULD = auto()
    MAY = auto()

    __hash__ = object.__hash__


class Group(NamedTuple):
    """Tokens ``first`` to ``last``, both inclusive; ``roles`` are those of all its tokens together.

    ``bare`` is a group of one past form, which may also be a participle ("the man arrested on Monday");
    ``weak`` one of a form that is as often a noun ("talks", "plans").
    """

    first: int
    last: int
    roles: int
    tense: Tense
    bare: bool = False
    weak: bool = False


_BARE_NEXT = role("will", "would", "must", "may", "do_present", "do_past")
_INSIDE = role("adverbs", "negations", "be_bare", "have_present")
_CLOSED = MARK | TIMEX | NUMBER | role("determiners", "pronouns", "prepositions", "infinitive", "complementizers")
_HEDGES = role("hedges")
_HELPER = role("be_bare", "have_present")
_MAIN = PARTICIPLE | role("planning", "due", "hedges", "lasting", "hoping")
_SIMPLE = (
    (role("will"), Tense.FUTURE),
    (role("would"), Tense.WOULD),
    (role("may"), Tense.MAY),
    (role("must"), Tense.FUTURE),
)
_HAVE, _NOW = role("have_present"), role("have_present", "be_present")
_PRESENT = _NOW | role("do_present")
_PERFECT = PARTICIPLE | role("be_bare")
_SIMPLE_PAST = role("simple_pasts")


def groups(tokens: Sequence[Token], each: Sequence[int], together: int) -> list[Group]:
    """Of a sentence whose words have these roles, ``each`` and ``together``."""
    found: list[Group] = []
    last = -1
    for place in _verbs(each, together):
        if place > last and starts(tokens, place):
            group = _group(tokens, place)
            found.append(group)
            last = group.last
    return found


def _verbs(each: Sequence[int], together: int) -> list[int]:
    """Where a finite verb can begin: at one of its forms, and at any word after "who" or "they"."""
    if not together & WAITING:
        return [place for place, roles in enumerate(each) if roles & FINITE]
    return [place for place, roles in enumerate(each) if roles & FINITE or each[place - 1] & WAITING]


def _group(tokens: Sequence[Token], first: int) -> Group:
    start = tokens[first].roles
    if not start & AUXILIARY:
        weak = bool(start & WEAK_FORM)
        tense = Tense.PAST if start & PAST_FORM else Tense.PRESENT
        return Group(first, first, start, tense, bare=bool(start & PAST_FORM) and not start & _SIMPLE_PAST, weak=weak)
    last, together, helper = first, start, start
    for place in range(first + 1, len(tokens)):
        token = tokens[place]
        if token.roles & _INSIDE and not token.roles & NAME:
            helper = token.roles if token.roles & _HELPER else helper
        elif _main_verb(token, helper):
            return _whole(tokens, Group(first, place, together | token.roles, _tense(start, together | token.roles)))
        else:
            break
        last, together = place, together | token.roles
    return Group(first, last, together, _tense(start, together))


def _whole(tokens: Sequence[Token], group: Group) -> Group:
    """ "is believed to have fled" is one verb."""
    after = group.last + 1
    doubted = tokens[group.last].roles & _HEDGES and after < len(tokens)
    if not doubted or not tokens[after].roles & PARTICIPLE:
        return group
    return group._replace(last=after, roles=group.roles | tokens[after].roles)


def _main_verb(token: Token, helper: int) -> bool:
    if token.roles & _MAIN:
        return True
    return bool(helper & _BARE_NEXT) and not token.roles & (_CLOSED | NAME)


def _tense(start: int, together: int) -> Tense:
    for auxiliary, tense in _SIMPLE:
        if start & auxiliary:
            return tense
    if start & _NOW and together & PROGRESSIVE:
        return Tense.PROGRESSIVE
    if start & _HAVE and together & _PERFECT:
        return Tense.PERFECT
    return Tense.PRESENT if start & _PRESENT else Tense.PAST
