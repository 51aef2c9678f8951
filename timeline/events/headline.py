"""A line that tells a happening on its own, shortened from its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.events.cutting import LONGEST, cut, tail
from timeline.events.said import reported_line
from timeline.events.shortening import occasion_last, verb_kept, without_asides, without_lead
from timeline.events.soundness import faults
from timeline.events.standins import wording as wording_of
from timeline.events.subjects import antecedent
from timeline.events.told import Told
from timeline.events.undating import without_date
from timeline.events.wording import Wording, finished, length, trimmed, worded
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.cues import Cues
from timeline.syntax.lexicon import role

_SHORTEST, _LOST = 2, 6


class _Line(NamedTuple):
    """A line of the words at ``places``, all of its own when there are none; ``detour`` counts as a fault."""

    text: str
    places: Sequence[int] = ()
    detour: int = 0


_WHOLE = frozenset({Kind.MAIN, Kind.CONTENT})
_RELATIVES, _PLACES = role("relatives"), role("relative_places")
_POINTING = role("determiners", "pronouns")


def headline(told: Told, text: str, cues: Cues) -> str:
    """At most ``LONGEST`` words, first letter upper case, quotation marks balanced, nothing trailing.

    Of the ways to say it in one line the first that has its verb and reads as a sentence, else the least wrong.
    """
    best, least = "", -1
    for line, places, detour in _lines(told, text, cues):
        lost = told.group is not None and bool(places) and told.group.last not in places
        wrong = faults(line, cues) + _LOST * lost + detour
        if line and (least < 0 or wrong < least):
            best, least = line, wrong
        if not least:
            break
    return best or finished(trimmed(text[told.sentence.tokens[0].start : told.sentence.tokens[-1].end]), LONGEST)


def _lines(told: Told, text: str, cues: Cues) -> Iterator[_Line]:
    """The clause alone where it fits, then what it is part of, from the shortest detour to the longest."""
    sentence, top = told.sentence, _top(told)
    wording = wording_of(told, top, text, cues)
    if _subjectless(sentence, top, wording) and (parent := sentence.clauses[top].parent) is not None:
        top, wording = parent, wording_of(told, parent, text, cues)
    places: list[int] = []
    for selected in _selections(told, top):
        places = selected if cues.dates_stay or told.timex is None else without_date(told, selected)
        places = tail(sentence, without_lead(sentence, top, places), cues)
        if _SHORTEST <= length(wording, places) <= LONGEST:
            yield _line(wording, places)
    plain, verb = without_asides(sentence, places), told.group.last if told.group else None
    if plain != places and _SHORTEST <= length(wording, plain) <= LONGEST:
        yield _line(wording, plain)
    moved = occasion_last(sentence, top, places, wording)
    if moved is not None and len(moved.split()) <= LONGEST:
        yield _Line(finished(moved, LONGEST))
    if (said := reported_line(told, top, text, cues)) is not None:
        yield _Line(*said)
    for whole in (places, plain):
        yield _line(wording, cut(wording, sentence, verb_kept(sentence, top, whole), cues, verb))
    yield from _wholes(told, top, text, cues)


def _line(wording: Wording, places: list[int]) -> _Line:
    return _Line(finished(worded(wording, places), LONGEST), places)


def _wholes(told: Told, top: int, text: str, cues: Cues) -> Iterator[_Line]:
    """The clauses above, and the sentence from its beginning, each as far as there is room."""
    sentence = told.sentence
    reported = sentence.clauses[top].kind is Kind.CONTENT
    for index in sentence.above(top) if reported else ():
        if sentence.clauses[index].kind in _WHOLE and sentence.clauses[index].reports:
            wording, owners = wording_of(told, index, text, cues), sentence.below(index)
            places = [place for place, owner in enumerate(sentence.owner) if owner in owners]
            places = without_lead(sentence, index, without_date(told, places) if told.timex else places)
            yield _line(wording, cut(wording, sentence, places, cues))
    wording = wording_of(told, 0, text, cues)
    every = without_lead(sentence, 0, list(range(len(sentence.tokens))))
    yield _line(wording, cut(wording, sentence, every, cues))._replace(detour=1)


def _subjectless(sentence: Sentence, top: int, wording: Wording) -> bool:
    clause = sentence.clauses[top]
    start = clause.first + clause.opener
    if not start or wording.prefix or wording.names:
        return False
    return any(group.first == start for group in clause.groups)


def _top(told: Told) -> int:
    """The clause the line is made of: for words in quotation marks the clause that says who spoke them."""
    sentence, clause = told.sentence, told.clause
    if clause.quoted:
        for above in sentence.above(told.home):
            if sentence.clauses[above].reports:
                return above
    if clause.parent is None or not clause.opener:
        return told.home
    opener = sentence.tokens[clause.first].roles
    vague = opener & _PLACES or not clause.groups or (opener & _RELATIVES and not _named(sentence, clause))
    return clause.parent if vague else told.home


def _named(sentence: Sentence, clause: Clause) -> bool:
    return any(not sentence.tokens[place].roles & _POINTING for place in antecedent(sentence, clause))


def _selections(told: Told, top: int) -> Iterator[list[int]]:
    """Tokens for the line, from everything the clause governs to little more than the clause itself."""
    sentence, opened = told.sentence, told.sentence.clauses[top]
    skipped = range(opened.first, opened.first + (opened.opener if opened.kind is not Kind.CONDITIONAL else 0))
    every = range(_speaker_from(sentence, top) if top != told.home else 0, len(sentence.tokens))
    everything = sentence.below(told.home) | {top}
    alone, owner = len(sentence.clauses) == 1, sentence.owner
    found = list(every) if alone else [p for p in every if owner[p] in everything]
    found = [p for p in found if p not in skipped] if skipped else found
    yield found
    if (content := sentence.below(told.home, asides=False) | {top}) != everything:
        found = [p for p in found if sentence.owner[p] in content]
        yield found
    first = told.clause.groups[0] if told.clause.groups else None
    if top == told.home and told.group and first and first.last < told.group.first:
        other = range(first.first, told.group.first)
        yield [p for p in found if p not in other]


def _speaker_from(sentence: Sentence, top: int) -> int:
    """Where the speaker is named: after "Asked about the price, …"."""
    groups = sentence.clauses[top].groups
    ahead = range(groups[0].first if groups else 0)
    commas = [place for place in ahead if sentence.owner[place] == top and sentence.tokens[place].word == ","]
    quoted = any(sentence.tokens[place].quoted for place in ahead)
    return commas[-1] + 1 if commas and not quoted else 0
