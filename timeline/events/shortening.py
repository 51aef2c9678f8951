"""Leaves out what a line can do without, or moves it."""

from __future__ import annotations

from itertools import pairwise

from timeline.events.wording import Wording, worded
from timeline.syntax.clauses import Kind, Sentence
from timeline.syntax.forms import PAST_FORM
from timeline.syntax.lexicon import MARK, NAME, NEGATED, TIMEX, role

_LEAST, _ROOM = 4, 9
_JOINTS = role(
    "prepositions", "relatives", "relative_places", "questions", "subordinators", "complementizers", "conditionals"
)
_BREAKS = MARK | role("coordinators") | _JOINTS
_OCCASIONS = role("occasions")
_DETERMINERS = role("determiners")
_TIES = role("coordinators", "complementizers")
_NO_SUBJECT = TIMEX | PAST_FORM | MARK | role("prepositions", "adverbs", "subordinators")
_NOUNS, _PREPOSITIONS = frozenset({Kind.RELATIVE, Kind.REDUCED}), role("prepositions")
_CONTRASTS, _SUBORDINATORS, _INFINITIVE = role("contrasts"), role("subordinators"), role("infinitive")
_TYING = _TIES | _SUBORDINATORS | _CONTRASTS | MARK


def occasion_last(sentence: Sentence, top: int, places: list[int], wording: Wording) -> str | None:
    """ "At a meeting with …, the board voted" as "The board voted at a meeting"; ``None`` if it begins otherwise."""
    groups = sentence.clauses[top].groups
    if not places or not groups or not sentence.tokens[places[0]].roles & _OCCASIONS:
        return None
    ahead = [here for here, place in enumerate(places) if place < groups[0].first]
    commas = [here for here in ahead if sentence.tokens[places[here]].word == ","]
    if not commas:
        return None
    lead = places[: commas[-1]]
    end = next((h for h, p in enumerate(lead) if h > 1 and sentence.tokens[p].roles & (_BREAKS | TIMEX)), len(lead))
    occasion = worded(wording, lead[:end])
    return f"{worded(wording, places[commas[-1] + 1 :])} {occasion[:1].lower()}{occasion[1:]}"


def without_lead(sentence: Sentence, top: int, places: list[int]) -> list[int]:
    """Without the "and", "that" or "However," that ties the clause to what came before it."""
    start = 0
    while start < len(places) - _LEAST and sentence.owner[places[start]] == top:
        token, following = sentence.tokens[places[start]], sentence.tokens[places[start + 1]]
        if not token.roles & _TYING:
            break
        apart = following.word == ","
        inside = token.roles & _SUBORDINATORS and not token.roles & _PREPOSITIONS
        tied = token.roles & _TIES or inside or (apart and token.roles & (_CONTRASTS | _SUBORDINATORS))
        named = token.roles & NAME and places[start] > 0
        if token.roles & NEGATED or named or token.quoted or not (tied or token.roles & MARK):
            break
        start += 1
    return places[start:]


def verb_kept(sentence: Sentence, top: int, places: list[int]) -> list[int]:
    """A subject so long that no verb would be left is cut back to its noun."""
    groups = sentence.clauses[top].groups
    if not groups or groups[0].first not in places or places.index(groups[0].first) < _ROOM:
        return places
    verb = places.index(groups[0].first)
    before = {sentence.owner[place] for place in places[:verb]} - {top}
    if sentence.tokens[places[0]].roles & _NO_SUBJECT:
        return places
    speaks = sentence.clauses[top].first > 0 or sentence.clauses[top].reports
    if speaks or any(sentence.clauses[index].kind not in _NOUNS for index in before):
        return places
    joints = (here for here in range(1, verb) if sentence.tokens[places[here]].roles & (_JOINTS | MARK | _INFINITIVE))
    end = next((here for here in joints if here > 1), verb)
    return places[:end] + places[verb:]


def without_asides(sentence: Sentence, places: list[int]) -> list[int]:
    """ "Sinn Fein, the political wing, was …" without what stands between the commas."""
    tokens = sentence.tokens
    commas = [here for here, place in enumerate(places) if tokens[place].word == ","]
    kept = list(places)
    for one, other in pairwise(commas):
        aside = places[one + 1 : other]
        ahead = tokens[places[other + 1]].roles if other + 1 < len(places) else 0
        noun = aside and tokens[aside[0]].roles & _DETERMINERS and not tokens[places[0]].roles & _PREPOSITIONS
        verbs = [group for clause in sentence.clauses for group in clause.groups if group.first in aside]
        if noun and not verbs and not ahead & _TIES and len(aside) > 1:
            gone = set(places[one : other + 1])
            kept = [place for place in kept if place not in gone]
    return kept
