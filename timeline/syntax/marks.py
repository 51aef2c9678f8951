"""What punctuation and quotation marks do to the clauses that are open."""

from __future__ import annotations

from timeline.syntax.clauses import REPORTING, Clause, Kind
from timeline.syntax.lexicon import MARK, role
from timeline.syntax.verbs import Group
from timeline.syntax.walk import COORDINATOR, OPENER, Walk

_PREPOSITION = role("prepositions")
_SUBJECT = role("determiners", "pronouns", "complementizers", "infinitive")
_DASHES = frozenset({"—", "–", "-", "--"})
_LONGEST_SPEAKER, _LONGEST_ASIDE = 12, 4


def quotation(walk: Walk, place: int) -> None:
    """A quotation begins or ends at ``place``."""
    token, before = walk.tokens[place], walk.tokens[place - 1]
    if token.quoted:
        last = walk.top.groups[-1] if walk.top.groups else None
        announced = before.word in {":", ","} or (last is not None and last.last == place - 1)
        if walk.top.reports and announced and not walk.top.quoted:
            walk.push(Kind.CONTENT, place)
        return
    while len(walk.open) > 1 and walk.top.quoted:
        walk.open.pop()
    group = walk.next_group[place]
    spoken = (place > 1 and walk.tokens[place - 2].roles & MARK) or before.word == ","
    if walk.top.quoted and spoken and group is not None and group.roles & REPORTING:
        walk.speaker(place)


def mark(walk: Walk, place: int) -> None:
    word = walk.tokens[place].word
    if word == ",":
        _comma(walk, place)
    elif word == "(":
        walk.push(Kind.REDUCED, place)
    elif word == ")":
        _end(walk, "(")
    elif word in _DASHES:
        _dash(walk, place)
    elif word in {";", ":"} and walk.verb_ahead(place):
        if word == ":" and walk.top.reports:
            walk.push(Kind.CONTENT, place)
        elif word == ";" or walk.top.groups:
            del walk.open[1:]
            walk.sibling(Clause(Kind.MAIN, None, place, 1, quoted=walk.tokens[place].quoted))


def _end(walk: Walk, word: str) -> bool:
    """Closes what was opened by this mark, if anything was."""
    for depth in range(len(walk.open) - 1, 0, -1):
        if walk.tokens[walk.clauses[walk.open[depth]].first].word == word:
            del walk.open[depth:]
            return True
    return False


def _dash(walk: Walk, place: int) -> None:
    if _end(walk, walk.tokens[place].word):
        return
    if len(walk.open) == 1 and not walk.top.groups:
        walk.sibling(Clause(Kind.MAIN, None, place, 1))
    else:
        walk.push(Kind.REDUCED, place, 1)


def _comma(walk: Walk, place: int) -> None:
    if _speaker_follows(walk, place):
        walk.speaker(place + 1)
        return
    if place + 1 < len(walk.tokens) and walk.tokens[place + 1].roles & OPENER:
        return
    ahead = walk.verb_ahead(place)
    for depth in range(1, len(walk.open)):
        clause = walk.clauses[walk.open[depth]]
        waiting = clause.parent is not None and not walk.clauses[clause.parent].groups
        closable = walk.open[depth] in walk.closable or (waiting and ahead)
        told = clause.groups or clause.kind is Kind.CONDITIONAL
        if closable and told and (ahead or (waiting and clause.first)):
            del walk.open[depth:]
            return


def _speaker_follows(walk: Walk, place: int) -> bool:
    """Whether the comma is followed by no more than "officials said on Monday"."""
    group = walk.verb_ahead(place)
    if group is None or not group.roles & REPORTING:
        return False
    if not walk.clauses[walk.open[0]].groups and not _put_in(walk, place, group):
        return False
    if walk.tokens[place].quoted or group.first - place > _LONGEST_SPEAKER:
        return False
    if walk.tokens[place + 1].roles & (COORDINATOR | _PREPOSITION):
        return False
    after = group.last + 1
    inverted = group.first == place + 1
    done = after >= len(walk.tokens) or not walk.tokens[after].roles & _SUBJECT
    following = walk.next_group[after]
    alone = following is None or following.first > walk.border(group.last)
    return (done or inverted) and alone


def _put_in(walk: Walk, place: int, group: Group) -> bool:
    """ "By the end of the year, he said, half of them …"."""
    short = group.first - place <= _LONGEST_ASIDE and len(walk.open) == 1
    after = walk.tokens[group.last + 1 : group.last + 3]
    return short and any(token.word == "," for token in after) and walk.next_group[group.last + 1] is not None
