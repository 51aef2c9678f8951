"""A line that tells a happening on its own, shortened from its clause."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.said import reported_line
from timeline.events.shortening import cut, occasion_last, verb_kept, without_lead
from timeline.events.standins import wording as wording_of
from timeline.events.subjects import antecedent
from timeline.events.told import Told
from timeline.events.wording import Wording, finished, length, trimmed, worded
from timeline.syntax.clauses import Kind, Sentence
from timeline.syntax.forms import BE
from timeline.syntax.lexicon import NUMBER, TIMEX, role

LONGEST = 14
_SHORTEST = 2
_FILLING, _BOUNDING = role("filling"), role("bounding")
_DATELIKE, _PLANNED = role("datelike"), role("planning", "due", "moving", "since", "until")
_BEFORE_NOUN = role("determiners", "attributive", "possessives", "since", "until", "infinitive", "planning", "due")
_AFTER_NOUN = role("possessives", "attributive")
_RELATIVES, _PLACES = role("relatives"), role("relative_places")
_PREPOSITIONS = role("prepositions")
_POINTING = role("determiners", "pronouns")
_JOINING = role("coordinators", "infinitive", "until")


def headline(told: Told, text: str, cues: Cues) -> str:
    """At most ``LONGEST`` words, first letter upper case, quotation marks balanced, nothing trailing."""
    sentence, top = told.sentence, _top(told)
    wording = wording_of(told, top, text, cues)
    if _subjectless(sentence, top, wording) and (parent := sentence.clauses[top].parent) is not None:
        top, wording = parent, wording_of(told, parent, text, cues)
    places: list[int] = []
    for selected in _selections(told, top):
        places = selected if cues.dates_stay or told.timex is None else _without_date(told, selected)
        places = without_lead(sentence, top, places)
        if _SHORTEST <= length(wording, places) <= LONGEST:
            return finished(worded(wording, places), LONGEST)
    moved = occasion_last(sentence, top, places, wording)
    if moved is not None and len(moved.split()) <= LONGEST:
        return finished(moved, LONGEST)
    if (said := reported_line(told, top, text, cues)) is not None:
        return said
    line = worded(wording, cut(sentence, verb_kept(sentence, top, places), wording, cues, LONGEST))
    whole = trimmed(text[sentence.tokens[0].start : sentence.tokens[-1].end])
    return finished(line or whole, LONGEST)


def _subjectless(sentence: Sentence, top: int, wording: Wording) -> bool:
    clause = sentence.clauses[top]
    start = clause.first + clause.opener
    verb_first = any(group.first == start for group in clause.groups)
    return verb_first and start > 0 and not wording.prefix and not wording.names


def _top(told: Told) -> int:
    """The clause the line is made of: for words in quotation marks the clause that says who spoke them."""
    index = told.home
    for above in told.sentence.above(told.home):
        if told.sentence.clauses[index].quoted and told.sentence.clauses[above].reports:
            return above
    opener = told.sentence.tokens[told.clause.first].roles
    parent = told.clause.parent
    named = any(not told.sentence.tokens[p].roles & _POINTING for p in antecedent(told.sentence, told.clause))
    vague = opener & _PLACES or not told.clause.groups or (opener & _RELATIVES and not named)
    return parent if parent is not None and vague and told.clause.opener else index


def _selections(told: Told, top: int) -> list[list[int]]:
    """Tokens for the line, from everything the clause governs to little more than the clause itself."""
    sentence, opened = told.sentence, told.sentence.clauses[top]
    skipped = range(opened.first, opened.first + (opened.opener if opened.kind is not Kind.CONDITIONAL else 0))
    content = {top} | sentence.below(told.home, asides=False)
    everything = sentence.below(told.home) | {top}
    every = range(_speaker_from(sentence, top) if top != told.home else 0, len(sentence.tokens))
    owned = (everything, content) if content != everything else (everything,)
    found = [[p for p in every if sentence.owner[p] in owners and p not in skipped] for owners in owned]
    first = told.clause.groups[0] if told.clause.groups else None
    if top == told.home and told.group and first and first.last < told.group.first:
        other = range(first.first, told.group.first)
        found.append([p for p in found[-1] if p not in other])
    return found


def _speaker_from(sentence: Sentence, top: int) -> int:
    """Where the speaker is named: after "Asked about the price, …"."""
    groups = sentence.clauses[top].groups
    ahead = range(groups[0].first if groups else 0)
    commas = [place for place in ahead if sentence.owner[place] == top and sentence.tokens[place].word == ","]
    quoted = any(sentence.tokens[place].quoted for place in ahead)
    return commas[-1] + 1 if commas and not quoted else 0


def _without_date(told: Told, places: list[int]) -> list[int]:
    """The date is shown beside the line, and "last week" means nothing there: it goes where grammar lets it."""
    tokens, start = told.sentence.tokens, told.place
    while start - 2 in places and tokens[start - 1].roles & _JOINING and tokens[start - 2].roles & TIMEX:
        start -= 2
    one = start - 1
    while start > 0 and tokens[start - 1].roles & _DATELIKE and not tokens[start - 1].roles & _PLANNED:
        if start - 1 < one and tokens[start - 1].roles & _PREPOSITIONS:
            break
        start -= 1
    end = _last_of_run(told, places)
    before = tokens[start - 1].roles if start else 0
    bare_subject = any(
        group.first == told.place + 1 or (group.last == start - 1 and group.roles & BE and group.first == group.last)
        for group in told.clause.groups
    )
    stays = (
        before & _BEFORE_NOUN
        or _needed(told, start, end)
        or _then(told, end) & (_AFTER_NOUN | NUMBER)
        or tokens[told.place].quoted
    )
    if stays or (bare_subject and start == told.place):
        return places
    rest = [place for place in places if not start <= place <= end]
    fragment = told.clause.shares is not None or told.clause.kind in {Kind.RELATIVE, Kind.REDUCED}
    return rest if len(rest) >= _SHORTEST - fragment else places


def _needed(told: Told, start: int, end: int) -> bool:
    """ "the year ending 30 June", "as recently as April", "spent the summer in Rome"."""
    tokens = told.sentence.tokens
    one = tokens[start - 1] if start else None
    if one is None:
        return False
    governs = told.group is not None and start - 1 == told.group.last
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    needed = one.roles & _FILLING or (one.roles & _BOUNDING and not governs)
    return bool(needed) or (after is not None and after.word == one.word and one.word.isalpha())


def _last_of_run(told: Told, places: list[int]) -> int:
    """Goes on over "and Tuesday", "to 6 January"."""
    tokens, end = told.sentence.tokens, told.place
    while end + 2 in places and tokens[end + 1].roles & _JOINING and tokens[end + 2].roles & TIMEX:
        end += 2
    return end


def _then(told: Told, place: int) -> int:
    """The roles of the token after ``place``."""
    return told.sentence.tokens[place + 1].roles if place + 1 < len(told.sentence.tokens) else 0
