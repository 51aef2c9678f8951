"""Whether what a clause tells took place, is going on, is planned, may happen or was denied.

The evidence stands in the clause's own words around the verb that governs the time expression, and in what
governs the clause. The first rule that has something to say decides.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.model import Status
from timeline.negation import barely, cancelled, denied, failed, negated
from timeline.readings import Reading
from timeline.syntax.clauses import Kind
from timeline.syntax.lexicon import NEGATED, PROGRESSIVE, role
from timeline.syntax.tagging import Token
from timeline.syntax.verbs import BE, Tense
from timeline.told import Side, Told

_STATIVE = role("stative") | BE
_DETERMINED = role("determiners", "negative_determiners")
_TO, _SINCE, _UNTIL = role("infinitive"), role("since"), role("until")
_LASTING, _REPORTING, _ACTIVE_HAD = role("lasting"), role("reporting"), role("have_past")
_PLANNING, _DUE, _HOPING = role("planning"), role("due"), role("hoping")
_MOVING = role("moving")
_MAY_OR_CAN = role("may", "can")
_SOONEST = role("soonest")
_HEDGES = role("hedges")
_WOULD = role("would")
_HAVE_PRESENT = role("have_present")
_RETROSPECTIVE = role("retrospective")
_URGING = role("urging")
_BE_BARE = role("be_bare")
_AGREEING = role("agreeing")
_WILL_OR_MUST = role("will", "must")


def spoken(told: Told) -> Reading | None:
    """Words in quotation marks about the speaker's own present: what happened then is that they were said."""
    group = told.group
    if group is None or not told.clause.quoted or told.side is not Side.PRESENT:
        return None
    if group.tense not in {Tense.PRESENT, Tense.PERFECT} or told.cue(_PLANNING | _DUE | _HOPING):
        return None
    timex = told.sentence.tokens[told.place].timex
    days = timex.when.interval.days if timex and timex.when.interval else None
    if days == 1 and group.roles & (_STATIVE | NEGATED):
        return Reading(Status.OCCURRED)
    return None


def conditional(told: Told) -> Reading | None:
    clauses = told.sentence.clauses
    for index in (told.index, *told.sentence.above(told.index)):
        if clauses[index].kind is Kind.CONDITIONAL:
            return Reading(Status.POSSIBLE, told.sentence.tokens[clauses[index].first])
    if told.group is not None and told.group.tense in {Tense.FUTURE, Tense.WOULD}:
        for clause in clauses:
            if clause.kind is Kind.CONDITIONAL and clause.parent == told.index:
                return Reading(Status.POSSIBLE, told.sentence.tokens[clause.first])
    return None


def asked(told: Told) -> Reading | None:
    last = told.sentence.tokens[-1]
    return Reading(Status.POSSIBLE, last) if last.word == "?" and told.clause.kind is Kind.MAIN else None


def moved(told: Told) -> Reading | None:
    cue = told.cue(_MOVING, subject=True)
    return Reading(Status.SCHEDULED, cue) if cue and told.beside(-1, _TO | _UNTIL) else None


def may(told: Told) -> Reading | None:
    if told.group is not None and told.group.tense is Tense.MAY:
        return Reading(Status.POSSIBLE, told.cue(_MAY_OR_CAN))
    return None


def soonest(told: Told) -> Reading | None:
    if told.side is Side.PAST:
        return None
    own = (place for place in range(told.place) if told.sentence.owner[place] == told.index)
    cue = next((t for place in own if (t := told.sentence.tokens[place]).roles & _SOONEST), None)
    return Reading(Status.POSSIBLE, cue) if cue else None


def hedged(told: Told) -> Reading | None:
    cue = told.cue(_HEDGES, subject=True)
    for clause in told.governors():
        tokens = told.sentence.tokens[clause.first : told.clause.first]
        cue = cue or next((token for token in tokens if token.roles & _HEDGES), None)
    return Reading(Status.POSSIBLE, cue) if cue else None


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
    if (cue := told.cue(_HOPING)) and (told.side is not Side.PAST or told.cue(_TO)):
        return Reading(Status.POSSIBLE, cue)
    cue = told.cue(_URGING)
    if told.beside(-1, _URGING):
        return None
    return Reading(Status.POSSIBLE, cue) if cue and (told.side is Side.FUTURE or told.separately) else None


def planned(told: Told) -> Reading | None:
    if cue := told.cue(_PLANNING) or _due(told):
        hoped_for = told.side is Side.PAST and told.group and told.group.roles & _ACTIVE_HAD
        thwarted = hoped_for and told.group and not told.group.roles & _BE_BARE
        return Reading(Status.POSSIBLE if thwarted else Status.SCHEDULED, cue)
    if (cue := told.cue(_AGREEING)) and (told.side is Side.FUTURE or told.separately):
        return Reading(Status.SCHEDULED, cue)
    return _is_to(told)


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


def coming(told: Told) -> Reading | None:
    if told.group is not None and told.group.tense is Tense.FUTURE:
        return Reading(Status.SCHEDULED, told.cue(_WILL_OR_MUST))
    return Reading(Status.SCHEDULED) if told.side is Side.FUTURE else None


def lasting(told: Told) -> Reading | None:
    group = told.group
    if group is None or group.tense in {Tense.PAST, Tense.WOULD}:
        return None
    if told.beside(-1, _SINCE):
        return Reading(Status.ONGOING, told.token(-1))
    if told.side is not Side.PRESENT or group.tense is Tense.PERFECT:
        return None
    if group.tense is Tense.PROGRESSIVE or told.cue(_LASTING) or group.roles & _STATIVE:
        return Reading(Status.ONGOING, told.cue(_LASTING | PROGRESSIVE))
    return None if group.roles & _REPORTING else Reading(Status.SCHEDULED)


Rule = Callable[[Told], Reading | None]
RULES: tuple[Rule, ...] = (
    spoken, conditional, asked, barely, negated, denied, failed, cancelled, moved, may, soonest, hedged, would,
    hoped, planned, coming, lasting,
)  # fmt: skip


def reading(told: Told) -> Reading:
    """The status of what is told, and the cue that decided. A future event is never one that occurred."""
    for rule in RULES:
        if found := rule(told):
            return found
    return Reading(Status.OCCURRED)
