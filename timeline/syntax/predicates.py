"""Which clause a finite verb belongs to, once the walk comes upon it."""

from __future__ import annotations

from timeline.syntax.clauses import REPORTING, Clause, Kind
from timeline.syntax.lexicon import MARK, NAME, NUMBER, TIMEX, role
from timeline.syntax.verbs import Group
from timeline.syntax.walk import Walk

_PREPOSITION = role("prepositions")
_TELLING, _SAYING = role("telling"), role("telling", "saying")
_SUBJECT = role("determiners", "pronouns", "negative_determiners")
_ADVERB = role("adverbs", "negations")
_OBJECT = role("determiners", "persons")
_ADJUNCT = 6


def predicate(walk: Walk, group: Group) -> None:
    top = walk.top
    if not top.groups or group.first in walk.joined:
        top.groups.append(group)
        return
    last = top.groups[-1]
    if group.weak and not _said_with(walk, last, group):
        return
    if group.bare and walk.open[-1] in walk.dated and walk.tokens[group.first - 1].word == ",":
        walk.sibling(Clause(top.kind, top.parent, group.first, shares=walk.open[-1], groups=[group], quoted=top.quoted))
    elif last.weak:
        top.groups[-1] = group
    elif (start := _content(walk, last, group)) is not None:
        walk.open.append(walk.take(Kind.CONTENT, start, group.first, [group]))
    elif _closes(walk):
        walk.top.groups.append(group)
    elif last.bare and last.first > top.first and not _has_object(walk, last):
        walk.take(Kind.REDUCED, last.first, group.first, [last])
        top.groups[-1] = group
    else:
        top.groups.append(group)


def _has_object(walk: Walk, group: Group) -> bool:
    """ "released the text": no participle of the noun before it."""
    after = walk.tokens[group.last + 1].roles if group.last + 1 < len(walk.tokens) else 0
    return bool(after & _OBJECT)


def _said_with(walk: Walk, last: Group, group: Group) -> bool:
    """After "said" even a word that may be a noun is the verb of what was said; after "announced" it is not."""
    return bool(last.roles & _SAYING) and group.first > last.last + 2


def _closes(walk: Walk) -> bool:
    """Ends the open clauses where a governing one still waits for its verb: "the man who … said"."""
    for depth in range(len(walk.open) - 2, -1, -1):
        if not walk.clauses[walk.open[depth]].groups:
            del walk.open[depth + 1 :]
            return True
    return False


def _content(walk: Walk, last: Group, group: Group) -> int | None:
    """Where what was said begins, after "said", "said on Monday", "told the BBC last night"; None if nothing was."""
    if not last.roles & REPORTING:
        return None
    place = last.last + 1
    if last.roles & _TELLING:
        place = _after_addressee(walk, place, group.first)
    place = _after_adjuncts(walk, place, group.first)
    if place >= group.first or walk.tokens[place].roles & (_PREPOSITION | MARK):
        return None
    return place


def _after_addressee(walk: Walk, place: int, end: int) -> int:
    stop = TIMEX | _PREPOSITION | _SUBJECT
    place += 1
    while place < end and not walk.tokens[place].roles & stop:
        place += 1
    return place


def _after_adjuncts(walk: Walk, place: int, end: int) -> int:
    """Skips "on Monday", "in Paris last week"; an expression right before the verb is its subject."""
    while place < end:
        roles = walk.tokens[place].roles
        if roles & _ADVERB and not roles & NAME:
            place += 1
            continue
        reach = place + (_ADJUNCT if roles & _PREPOSITION else 1)
        dated = [here for here in range(place, min(reach, end)) if walk.tokens[here].roles & TIMEX]
        if not dated or dated[0] + 1 >= end or walk.tokens[dated[0] + 1].roles & NUMBER:
            return place
        place = dated[0] + 1
    return place
