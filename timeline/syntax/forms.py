"""The forms of verbs by the roles of words, and where a finite verb begins."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.syntax.lexicon import PROGRESSIVE, REGULAR, TIMEX, role
from timeline.syntax.tokens import Token

BE = role("be_present", "be_past")
AUXILIARY = BE | role("have_present", "have_past", "do_present", "do_past", "will", "would", "must", "may")
PAST_FORM = REGULAR | role("preterites")
PARTICIPLE = REGULAR | role("preterites", "participles") | PROGRESSIVE
PRESENT_FORM = role("present_verbs")
WEAK_FORM = role("ambiguous_verbs")
_NOUN_NEXT = role("determiners", "infinitive", "possessives", "negative_determiners")
_PREPOSITIONS = role("prepositions")
_INFINITIVE, _DETERMINERS, _PRONOUNS = role("infinitive"), role("determiners"), role("pronouns")
WAITING = role("relatives", "complementizers", "persons")
_AFTER_SUBJECT = role("subordinators", "pronouns")
_LINKING = BE | role("be_bare", "have_present", "stative")
_PLAIN, _ADVERB = role("plain"), role("adverbs")
FINITE = AUXILIARY | PAST_FORM | PRESENT_FORM | WEAK_FORM


def starts(tokens: Sequence[Token], place: int) -> bool:
    """Whether a finite verb begins at this token."""
    roles = tokens[place].roles
    if place and tokens[place - 1].roles & WAITING and _unknown_verb(tokens, place):
        return True
    if roles & _PLAIN or not roles & FINITE:
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
