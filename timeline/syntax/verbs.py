"""Finite verb groups ("could be given", "has not been told") and the tense each is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from timeline.syntax.lexicon import MARK, NAME, NUMBER, PROGRESSIVE, REGULAR, TIMEX, role
from timeline.syntax.tagging import Token


class Tense(Enum):
    PAST = auto()
    PERFECT = auto()
    PROGRESSIVE = auto()
    PRESENT = auto()
    FUTURE = auto()
    WOULD = auto()
    MAY = auto()


@dataclass(frozen=True, slots=True)
class Group:
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


BE = role("be_present", "be_past")
AUXILIARY = BE | role("have_present", "have_past", "do_present", "do_past", "will", "would", "must", "may")
PAST_FORM = REGULAR | role("preterites")
PARTICIPLE = REGULAR | role("preterites", "participles") | PROGRESSIVE
PRESENT_FORM = role("present_verbs")
WEAK_FORM = role("ambiguous_verbs")
_BARE_NEXT = role("will", "would", "must", "may", "do_present", "do_past")
_INSIDE = role("adverbs", "negations", "be_bare", "have_present")
_CLOSED = MARK | TIMEX | NUMBER | role("determiners", "pronouns", "prepositions", "infinitive", "complementizers")
_NOUN_NEXT = role("determiners", "infinitive", "possessives", "negative_determiners")
_PREPOSITIONS = role("prepositions")
_INFINITIVE, _DETERMINERS, _PRONOUNS = role("infinitive"), role("determiners"), role("pronouns")
_WAITING = role("relatives", "complementizers", "persons")
_AFTER_SUBJECT = role("subordinators", "pronouns")
_HELPER = role("be_bare", "have_present")
_LINKING = BE | _HELPER | role("stative")
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
_PLAIN = role("plain")
_ADVERB, _SIMPLE_PAST = role("adverbs"), role("simple_pasts")


def groups(tokens: Sequence[Token]) -> list[Group]:
    found: list[Group] = []
    place, count = 0, len(tokens)
    while place < count:
        if _starts(tokens, place):
            group = _group(tokens, place)
            found.append(group)
            place = group.last + 1
        else:
            place += 1
    return found


def _starts(tokens: Sequence[Token], place: int) -> bool:
    roles = tokens[place].roles
    if place and tokens[place - 1].roles & _WAITING and _unknown_verb(tokens, place):
        return True
    if roles & _PLAIN or not roles & (AUXILIARY | PAST_FORM | PRESENT_FORM | WEAK_FORM):
        return False
    before = tokens[place - 1].roles if place else 0
    if place > 1 and before & _ADVERB and not before & (_NOUN_NEXT | _PREPOSITIONS):
        before |= tokens[place - 2].roles & _NOUN_NEXT
    if roles & AUXILIARY:
        return not before & _INFINITIVE and not (before & _DETERMINERS and not roles & BE)
    if before & _NOUN_NEXT and not before & _PRONOUNS:
        return False
    if before & (_PREPOSITIONS | _LINKING) and not before & _AFTER_SUBJECT:
        return False
    return place > 0 and not _attributive(tokens, place)


def _attributive(tokens: Sequence[Token], place: int) -> bool:
    """ "the recently opened line"."""
    return place > 1 and bool(tokens[place - 1].roles & TIMEX and tokens[place - 2].roles & _DETERMINERS)


def _unknown_verb(tokens: Sequence[Token], place: int) -> bool:
    """A plain word right after "who" or "they", unless it is the subject ("that move could")."""
    if tokens[place].roles or place + 1 >= len(tokens):
        return False
    return not tokens[place + 1].roles & (AUXILIARY | PAST_FORM | PRESENT_FORM | _ADVERB)


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
            return Group(first, place, together | token.roles, _tense(start, together | token.roles))
        else:
            break
        last, together = place, together | token.roles
    return Group(first, last, together, _tense(start, together))


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
