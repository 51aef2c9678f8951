"""What conjunctions do to the clauses that are open."""

from __future__ import annotations

from timeline.syntax.clauses import REPORTING, Clause, Kind
from timeline.syntax.lexicon import NAME, TIMEX, role
from timeline.syntax.verbs import Group
from timeline.syntax.walk import Walk

_KINDS = (
    (role("conditionals"), Kind.CONDITIONAL),
    (role("yes_no", "questions"), Kind.QUESTION),
    (role("relatives", "relative_places"), Kind.RELATIVE),
    (role("subordinators"), Kind.ADVERBIAL),
)
_THAT, _IF, _WHETHER = role("complementizers"), role("conditionals"), role("yes_no", "questions")
_DOUBT = role("yes_no")
_RELATIVE = role("relatives", "relative_places")
_PREPOSITION, _OPEN_CONTENT = (
    role("prepositions"),
    role("hedges", "planning", "hoping", "agreeing", "urging", "denying"),
)
_LOOSE = role("adverbs", "negations") | TIMEX
_POSSESSIVE = role("possessives")


def coordinate(walk: Walk, place: int) -> None:
    group = walk.verb_ahead(place)
    if group is None or not walk.top.groups or group.weak:
        return
    subject = any(not token.roles & _LOOSE or token.roles & NAME for token in walk.tokens[place + 1 : group.first])
    if subject:
        _new_subject(walk, place)
    elif _own_tense(group, walk.top.groups[-1]) or (walk.open[-1] in walk.dated and _dated(walk, group)):
        top = walk.top
        walk.sibling(Clause(top.kind, top.parent, place, 1, shares=walk.open[-1], quoted=top.quoted))
    else:
        walk.joined.add(group.first)


def _new_subject(walk: Walk, place: int) -> None:
    last, comma = walk.top.groups[-1], walk.tokens[place - 1].word == ","
    if last.roles & REPORTING and not comma and walk.open[-1] not in walk.dated:
        return
    while len(walk.open) > 1 and walk.top.kind in (Kind.RELATIVE, Kind.REDUCED):
        walk.open.pop()
    top = walk.top
    walk.sibling(Clause(top.kind, top.parent, place, 1, quoted=walk.tokens[place].quoted))


def _own_tense(group: Group, before: Group) -> bool:
    simple = group.last > group.first or before.first == before.last
    return simple and group.tense != before.tense


def _dated(walk: Walk, group: Group) -> bool:
    following = walk.next_group[group.last + 1]
    end = following.first if following else len(walk.tokens)
    return any(token.roles & TIMEX for token in walk.tokens[group.last + 1 : end])


def _before_date(walk: Walk, place: int) -> bool:
    """ "since Monday" is no clause, unless it goes on: "since Monday's vote failed"."""
    following = walk.tokens[place + 1 : place + 3]
    dated = bool(following) and bool(following[0].roles & TIMEX) and bool(walk.tokens[place].roles & _PREPOSITION)
    return dated and not (len(following) == 2 and following[1].roles & _POSSESSIVE)


def opening(walk: Walk, place: int) -> None:
    roles = walk.tokens[place].roles
    before = walk.tokens[place - 1].roles if place else 0
    asked = bool(walk.top.groups) and walk.top.groups[-1].last == place - 1 and walk.top.reports
    if roles & _IF and asked:
        walk.push(Kind.QUESTION, place, 1)
    elif roles & _THAT:
        if walk.verb_ahead(place) and not before & _PREPOSITION and place:
            near = bool(walk.top.groups) and walk.top.groups[-1].last >= place - 1 - bool(before & TIMEX)
            reported = near or walk.top.reports or before & _OPEN_CONTENT
            walk.push(Kind.CONTENT if reported else Kind.RELATIVE, place, 1)
    elif roles & (_WHETHER | _RELATIVE):
        if place:
            walk.push(next(kind for bits, kind in _KINDS if roles & bits), place, 1)
        elif roles & _DOUBT:
            walk.push(Kind.CONDITIONAL, place, 1)
    elif roles & _IF or (walk.verb_ahead(place) and not _before_date(walk, place)):
        walk.push(next(kind for bits, kind in _KINDS if roles & bits), place, 1)
