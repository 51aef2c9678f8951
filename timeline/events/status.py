"""Whether what a clause tells took place, is going on, is planned, may happen or was denied.

The evidence stands in the clause's own words around the verb that governs the time expression, and in what
governs the clause.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_

from timeline.events.negation import barely, cancelled, denied, failed, negated, refused
from timeline.events.plans import hedged, hoped, may, moved, planned, soonest, would
from timeline.events.readings import Reading, Rule
from timeline.events.told import Side, Told
from timeline.model import Reason, Status
from timeline.syntax.clauses import Kind
from timeline.syntax.forms import BE
from timeline.syntax.lexicon import MARK, NEGATED, PROGRESSIVE, role
from timeline.syntax.verbs import Tense

_STATIVE = role("stative") | BE
_SINCE = role("since")
_LASTING, _REPORTING = role("lasting"), role("reporting")
_PLANNING, _DUE, _HOPING = role("planning"), role("due"), role("hoping")
_INVERTED = role("be_past", "have_past")
_WILL_OR_MUST = role("will", "must")


def spoken(told: Told) -> Reading | None:
    """Words in quotation marks about the speaker's own present: what happened then is that they were said."""
    group = told.group
    if group is None or not told.clause.quoted or told.side is not Side.PRESENT:
        return None
    if group.tense not in (Tense.PRESENT, Tense.PERFECT) or told.cue(_PLANNING | _DUE | _HOPING):
        return None
    days = told.when.interval.days if told.when.interval else None
    if days == 1 and group.roles & (_STATIVE | NEGATED):
        return Reading(Status.OCCURRED)
    return None


def conditional(told: Told) -> Reading | None:
    clauses = told.sentence.clauses
    for index in (told.home, *told.sentence.above(told.home)):
        if clauses[index].kind is Kind.CONDITIONAL:
            return Reading(Status.POSSIBLE, told.sentence.tokens[clauses[index].first])
    first = told.sentence.tokens[0]
    if first.roles & _INVERTED and told.sentence.tokens[-1].word != "?" and told.clause.groups and told.home == 0:
        return Reading(Status.POSSIBLE, first)
    group = told.group
    if group is not None and (group.tense in (Tense.FUTURE, Tense.WOULD) or told.side is Side.FUTURE):
        for clause in clauses:
            if clause.kind is Kind.CONDITIONAL and clause.parent == told.home:
                return Reading(Status.POSSIBLE, told.sentence.tokens[clause.first])
    return None


def asked(told: Told) -> Reading | None:
    last = told.sentence.tokens[-1]
    return Reading(Status.POSSIBLE, last) if last.word == "?" and told.clause.kind is Kind.MAIN else None


def coming(told: Told) -> Reading | None:
    if told.group is not None and told.group.tense is Tense.FUTURE:
        return Reading(Status.SCHEDULED, told.cue(_WILL_OR_MUST))
    return Reading(Status.SCHEDULED, told.sentence.tokens[told.place]) if told.side is Side.FUTURE else None


def lasting(told: Told) -> Reading | None:
    group = told.group
    if group is None or group.tense in (Tense.PAST, Tense.WOULD):
        return _went_on(told)
    if told.beside(-1, _SINCE):
        return Reading(Status.ONGOING, told.token(-1))
    if told.side is not Side.PRESENT or group.tense is Tense.PERFECT:
        return None
    if group.tense is Tense.PROGRESSIVE or told.cue(_LASTING) or group.roles & _STATIVE:
        return Reading(Status.ONGOING, told.cue(_LASTING | PROGRESSIVE))
    if told.timex is None and not group.roles & _REPORTING:
        return Reading(Status.ONGOING)
    return None if group.roles & _REPORTING else Reading(Status.SCHEDULED, told.sentence.tokens[group.first])


def _went_on(told: Told) -> Reading | None:
    """ "was still burning this morning"."""
    cue = told.cue(_LASTING, subject=True)
    going_on = told.group is not None and told.group.roles & BE and told.group.roles & PROGRESSIVE
    return Reading(Status.ONGOING, cue) if cue and going_on and told.side is Side.PRESENT else None


_ANY = MARK
RULES: tuple[tuple[str, Rule, int], ...] = (
    ("quotation", spoken, _ANY),
    ("condition", conditional, role("conditionals", "yes_no") | _INVERTED),
    ("question", asked, _ANY),
    ("negation", barely, role("barely")),
    ("negation", negated, role("negations", "negative_determiners")),
    ("negation", refused, role("refusing")),
    ("denial", denied, role("denying")),
    ("failure", failed, role("failing")),
    ("cancellation", cancelled, role("cancelling")),
    ("postponement", moved, role("moving")),
    ("modality", may, role("may")),
    ("modality", soonest, role("soonest")),
    ("hedge", hedged, role("hedges")),
    ("modality", would, role("would")),
    ("wish", hoped, role("hoping", "urging")),
    ("plan", planned, role("planning", "due", "agreeing", "infinitive")),
    ("future", coming, _ANY),
    ("duration", lasting, _ANY),
)
"""Each rule with the kind of its cues, and the roles of which its sentence must have one for it to say anything.

The first rule that says something decides.
"""


_TELLING = reduce(or_, [needed for _, _, needed in RULES])


@lru_cache(maxsize=1024)
def _asked(roles: int) -> list[tuple[str, Rule]]:
    """The rules that can say something of a sentence whose words have these roles."""
    return [(kind, rule) for kind, rule, needed in RULES if needed & (roles | _ANY)]


def reading(told: Told, text: str) -> tuple[Status, Reason | None]:
    """The status of what is told, and what decided it. A future event is never one that occurred."""
    for kind, rule in _asked(told.sentence.roles & _TELLING):
        if found := rule(told):
            cue = found.cue
            return found.status, None if cue is None else Reason(kind, " ".join(text[cue.start : cue.end].split()))
    return Status.OCCURRED, None
