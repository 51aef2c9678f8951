"""Readings of what did not take place."""

from __future__ import annotations

from timeline.events.readings import Reading
from timeline.events.told import Side, Told
from timeline.model import Status
from timeline.syntax.clauses import Kind
from timeline.syntax.forms import BE
from timeline.syntax.lexicon import MARK, NEGATED, PROGRESSIVE, TIMEX, role
from timeline.syntax.tokens import Token
from timeline.syntax.verbs import Group, Tense

_NOTHING, _PREPOSITION, _INFINITIVE = role("negative_determiners"), role("prepositions"), role("infinitive")
_UNTIL, _DENYING, _CANCELLING = role("until"), role("denying"), role("cancelling")
_PLANNED = role("planning", "due")
_UNDONE = role("denying", "failing", "cancelling", "hedges")
_BARELY = role("barely")
_CAN, _DETERMINER = role("can"), role("determiners")
_FAILING = role("failing")
_POSSESSIVES = role("possessives")
_REFUSING = role("refusing")


def barely(told: Told) -> Reading | None:
    """ "nearly collapsed"."""
    if told.group is None or not told.subject:
        return None
    cue = told.subject[-1]
    return Reading(Status.DENIED, cue) if cue.roles & _BARELY else None


def negated(told: Told) -> Reading | None:
    cue = _negation(told)
    if cue is None or told.beside(-1, _UNTIL):
        return None
    doubtful = told.group is not None and told.group.tense is Tense.MAY and not told.group.roles & _CAN
    if doubtful or told.cue(_UNDONE):
        return Reading(Status.POSSIBLE, cue)
    return Reading(Status.DENIED, cue)


def _negation(told: Told) -> Token | None:
    """A negated verb, "nobody", "no decision was", "made no decision"; not "left with no decision"."""
    if told.group is None:
        return None
    size = told.group.last - told.group.first + 1
    for place, token in enumerate(told.verb):
        following = told.verb[place + 1].roles if place + 1 < len(told.verb) else 0
        if token.roles & NEGATED and (place < size or following & (_INFINITIVE | PROGRESSIVE)):
            return token
        if place == size and token.roles & _NOTHING:
            return token
    if told.subject and told.subject[-1].roles & NEGATED:
        return told.subject[-1]
    before = 0
    for token in told.subject:
        if token.roles & _NOTHING and not before & _PREPOSITION:
            return token
        before = token.roles
    return None


def refused(told: Told) -> Reading | None:
    """A negation anywhere in the clause, for languages that keep it to the end."""
    pairs = zip(told.sentence.tokens, told.sentence.owner, strict=True)
    cue = next((token for token, owner in pairs if owner == told.home and token.roles & _REFUSING), None)
    if cue is None or told.beside(-1, _UNTIL):
        return None
    doubtful = told.group is not None and told.group.tense is Tense.MAY
    return Reading(Status.POSSIBLE if doubtful else Status.DENIED, cue)


def denied(told: Told) -> Reading | None:
    for place, token in enumerate(told.verb[:-1]):
        if token.roles & _DENYING and told.verb[place + 1].roles & PROGRESSIVE:
            return Reading(Status.DENIED, token)
    for clause in told.governors():
        for group in clause.groups:
            if cue := _denial(told, group):
                return Reading(Status.POSSIBLE if group.roles & NEGATED else Status.DENIED, cue)
    return None


def _denial(told: Told, group: Group) -> Token | None:
    """ "denied that", "it is not true that"."""
    tokens = told.sentence.tokens[group.first : group.last + 2]
    return next((token for token in reversed(tokens) if token.roles & _DENYING), None)


def failed(told: Told) -> Reading | None:
    cue = told.cue(_FAILING)
    return Reading(Status.DENIED, cue) if cue else None


def cancelled(told: Told) -> Reading | None:
    """A called-off event is denied; the calling off itself is an event like any other."""
    cue = told.cue(_CANCELLING, subject=True)
    if cue is not None:
        ahead = told.group is not None and told.place < told.group.first
        of_event = ahead and told.beside(1, _POSSESSIVES)
        planned = any(token.roles & _PLANNED for token in told.subject)
        if told.group and told.group.tense is Tense.FUTURE and told.group.roles & _CANCELLING:
            return None
        if _its_own(told):
            return Reading(Status.DENIED, cue)
        if told.side is Side.FUTURE or of_event or (planned and ahead):
            return Reading(Status.DENIED, cue)
    return _cancelled_above(told)


def _its_own(told: Told) -> bool:
    """ "The match on Saturday was cancelled": the time is the match's, not the cancelling's."""
    group = told.group
    if group is None or not (group.roles & BE and group.roles & _CANCELLING) or told.place != group.first - 1:
        return False
    return any(not token.roles & (_PREPOSITION | TIMEX | MARK | _DETERMINER) for token in told.subject[:-2])


def _cancelled_above(told: Told) -> Reading | None:
    """ "The meeting planned for Friday was cancelled"."""
    clause = told.clause
    if told.group is None or not told.cue(_PLANNED):
        return None
    above = [group for group in clause.groups if group.last < told.group.first]
    if clause.kind in (Kind.REDUCED, Kind.RELATIVE) and clause.parent is not None:
        above += told.sentence.clauses[clause.parent].groups
    for group in above:
        if group.roles & _CANCELLING:
            return Reading(Status.DENIED, told.sentence.tokens[group.last])
    return None
