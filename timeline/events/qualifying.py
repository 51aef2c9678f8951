"""Expressions that tell which one is meant, or what it is compared with, and not when it happened."""

from __future__ import annotations

from timeline.events.told import Told
from timeline.interval import Granularity
from timeline.model import Timex
from timeline.syntax.forms import AUXILIARY, PAST_FORM
from timeline.syntax.lexicon import MARK, NAME, NUMBER, TIMEX, role

_PREPOSITION = role("prepositions")
_OF = role("attributive")
_COMPARING, _DETERMINER = role("comparing"), role("determiners", "possessives")
_AFTER_NOUN = MARK | TIMEX | AUXILIARY | PAST_FORM | role(
    "prepositions", "coordinators", "adverbs", "infinitive", "relatives", "complementizers", "possessives",
    "subordinators"
)  # fmt: skip
_SINCE = role("since")
_NOUN_PHRASE = NAME | NUMBER | role("determiners", "pronouns", "negative_determiners")
_INDEFINITE = role("indefinite")
_COMPARED_WITHIN, _NOUN_WITHIN, _YEAR = 6, 5, 4


def qualifies(frame: Told) -> bool:
    roles = frame.sentence.roles
    compares = roles & _COMPARING and (frame.beside(1, _COMPARING) or _compares(frame))
    return bool(compares) or _only_names(frame) or bool(roles & _SINCE and _since_something(frame))


def _compares(frame: Told) -> bool:
    nearby = range(max(0, frame.place - _COMPARED_WITHIN), frame.place)
    verb = frame.group.first if frame.group is not None and frame.group.first < frame.place else -1
    same = (place for place in nearby if frame.sentence.owner[place] == frame.home and place >= verb)
    return any(frame.sentence.tokens[place].roles & _COMPARING for place in same)


def _since_something(frame: Told) -> bool:
    """ "since its launch in 2003": when it was launched, not when the clause was true."""
    if not frame.beside(-1, _PREPOSITION) or frame.beside(-1, _SINCE):
        return False
    words = frame.sentence.tokens[max(0, frame.place - _NOUN_WITHIN) : frame.place - 1]
    since = [place for place, token in enumerate(words) if token.roles & _SINCE]
    return bool(since) and not any(token.roles & (MARK | AUXILIARY | PAST_FORM) for token in words[since[-1] :])


def _dated(timex: Timex) -> bool:
    """With its year: "the November 1995 election" is a name, "the Monday meeting" none."""
    return any(len(part) == _YEAR and part.isdigit() for part in timex.when.text.replace(",", " ").split())


def _only_names(frame: Told) -> bool:
    """ "the 2012 games", "the best of 2007", "a Saturday like it": the time tells which one, not when.

    "In a Friday interview" does tell when; "the recently opened line" does not."""
    timex, following = frame.timex, frame.token(1)
    noun = following is not None and not following.roles & _AFTER_NOUN
    if frame.beside(-1, _INDEFINITE):
        return not (noun and frame.beside(-2, _PREPOSITION))
    if frame.beside(-1, _DETERMINER) and frame.beside(1, PAST_FORM) and frame.token(2) is not None:
        return bool(timex and timex.when.approximate)
    plain = noun and following is not None and not following.roles & _NOUN_PHRASE
    if timex is None or (plain and timex.when.approximate and timex.when.timex.value.endswith("_REF")):
        return timex is not None
    if not (frame.beside(-1, _OF) or (noun and frame.beside(-1, _DETERMINER))):
        return False
    named = frame.group is not None and frame.place > frame.group.last and _dated(timex)
    return timex.when.granularity >= Granularity.YEAR or named
