"""Readings of what is planned, hoped for, or only possible."""

from __future__ import annotations

from timeline.events.readings import Reading
from timeline.events.told import Side, Told
from timeline.model import Status
from timeline.syntax.forms import BE
from timeline.syntax.lexicon import role
from timeline.syntax.tokens import Token
from timeline.syntax.verbs import Tense

_DETERMINED = role("determiners", "negative_determiners")
_TO, _UNTIL = role("infinitive"), role("until")
_ACTIVE_HAD = role("have_past")
_PLANNING, _DUE, _HOPING = role("planning"), role("due"), role("hoping")
_MOVING = role("moving")
_MAY_OR_CAN = role("may", "can")
_SOONEST = role("soonest")
_HEDGES, _SENSING = role("hedges"), role("sensing")
_WOULD, _PREPOSITIONS = role("would"), role("prepositions")
_HAVE_PRESENT = role("have_present")
_RETROSPECTIVE = role("retrospective")
_URGING = role("urging")
_BE_BARE = role("be_bare")
_AGREEING = role("agreeing")


def moved(told: Told) -> Reading | None:
    cue = told.cue(_MOVING, subject=True)
    return Reading(Status.SCHEDULED, cue) if cue and told.beside(-1, _TO | _UNTIL) else None


def may(told: Told) -> Reading | None:
    """ "could see the smoke" is no possibility."""
    if told.group is None or told.group.tense is not Tense.MAY:
        return None
    if told.side is Side.PAST and told.cue(_SENSING):
        return None
    return Reading(Status.POSSIBLE, told.cue(_MAY_OR_CAN))


def soonest(told: Told) -> Reading | None:
    if told.side is Side.PAST:
        return None
    own = (place for place in range(told.place) if told.sentence.owner[place] == told.home)
    cue = next((t for place in own if (t := told.sentence.tokens[place]).roles & _SOONEST), None)
    return Reading(Status.POSSIBLE, cue) if cue else None


def hedged(told: Told) -> Reading | None:
    cue = _doubt(told)
    for clause in told.governors():
        start = clause.groups[0].first if clause.groups else clause.first
        tokens = told.sentence.tokens[start : told.clause.first]
        cue = cue or next((token for token in tokens if token.roles & _HEDGES), None)
    return Reading(Status.POSSIBLE, cue) if cue else None


def _doubt(told: Told) -> Token | None:
    """Not "despite fears of rain"."""
    before = 0
    for token in (*told.subject, *told.verb):
        if token.roles & _HEDGES and not before & _PREPOSITIONS:
            return token
        before = token.roles
    return None


def would(told: Told) -> Reading | None:
    if told.group is None or told.group.tense is not Tense.WOULD:
        return None
    cue = told.cue(_WOULD)
    if told.group.roles & _HAVE_PRESENT:
        return Reading(Status.DENIED if told.side is Side.PAST else Status.POSSIBLE, cue)
    if told.side is Side.PAST and told.cue(_RETROSPECTIVE):
        return Reading(Status.OCCURRED)
    reported = told.side is Side.PAST or any(clause.reports for clause in told.governors())
    return Reading(Status.SCHEDULED if reported else Status.POSSIBLE, cue)


def hoped(told: Told) -> Reading | None:
    if told.group is None or told.group.tense is Tense.FUTURE or told.group.roles & _AGREEING:
        return None
    if told.group.tense is Tense.PROGRESSIVE and told.side is Side.PRESENT and _one_day(told):
        return None
    if (cue := told.cue(_HOPING)) and (told.side is not Side.PAST or told.cue(_TO)):
        return Reading(Status.POSSIBLE, cue)
    cue = told.cue(_URGING)
    if told.beside(-1, _URGING):
        return None
    return Reading(Status.POSSIBLE, cue) if cue and (told.side is Side.FUTURE or told.separately) else None


def _one_day(told: Told) -> bool:
    return told.when.interval is not None and told.when.interval.days == 1


def planned(told: Told) -> Reading | None:
    if cue := _plan(told) or _due(told):
        hoped_for = told.side is Side.PAST and told.group and told.group.roles & _ACTIVE_HAD
        thwarted = hoped_for and told.group and not told.group.roles & _BE_BARE
        return Reading(Status.POSSIBLE if thwarted else Status.SCHEDULED, cue)
    if (cue := told.cue(_AGREEING)) and (told.side is Side.FUTURE or told.separately):
        return Reading(Status.SCHEDULED, cue)
    return _is_to(told)


def _plan(told: Told) -> Token | None:
    """A verb of planning; "a plan to" is what somebody accepted or rejected."""
    before = 0
    for token in told.verb:
        if token.roles & _PLANNING and not before & _DETERMINED:
            return token
        before = token.roles
    return None


def _due(told: Told) -> Token | None:
    """ "due on Friday", "due to open"; not "due to the weather"."""
    for place, token in enumerate(told.verb):
        if token.roles & _DUE:
            after = told.verb[place + 1 : place + 3]
            causal = len(after) == 2 and after[0].roles & _TO and after[1].roles & _DETERMINED
            return None if causal else token
    return None


def _is_to(told: Told) -> Reading | None:
    group, tokens = told.group, told.sentence.tokens
    if group is None or group.last + 2 >= len(tokens) or not tokens[group.last].roles & BE:
        return None
    infinitive = tokens[group.last + 1].roles & _TO and not tokens[group.last + 2].roles & _DETERMINED
    return Reading(Status.SCHEDULED, tokens[group.first]) if infinitive else None
