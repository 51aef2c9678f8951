"""Noun phrases that name an occasion ("the Russian invasion of the coast"), and how they are joined to their date."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline.grammar.context import Occasions, Tenses
from timeline.grammar.tokens import Words

_LONGEST = 5
_PLAIN = frozenset([" ", "-", "' ", "'"])


class Noun(NamedTuple):
    """``head`` is the word that names the occasion; ``end`` the place behind the phrase, exclusive."""

    head: str
    modifiers: frozenset[str]
    end: int


def noun(words: Words, place: int, terms: Occasions) -> Noun | None:
    """The noun phrase whose article stands at ``place``; ``None`` where none does."""
    if place >= len(words.words) or words.words[place] not in terms.articles:
        return None
    end, stops = place + 1, _stops(terms)
    while end < min(place + _LONGEST, len(words.words)):
        if words.words[end] in stops or words.gap(end) not in _PLAIN:
            break
        end += 1
    if end == place + 1:
        return None
    return Noun(words.words[end - 1], frozenset(words.words[place + 1 : end - 1]), end)


@lru_cache(maxsize=64)
def _stops(terms: Occasions) -> frozenset[str]:
    return (
        terms.inner
        | terms.dating
        | terms.happens
        | terms.relative
        | terms.auxiliaries
        | terms.pronouns
        | terms.articles
    )


def dates(words: Words, start: int, end: int, terms: Occasions, tenses: Tenses) -> bool:
    """Whether the words from a noun phrase up to a date join the two: "on", "of the coast began on", "("."""
    if start >= end:
        return start == end and words.gap(end) == " ("
    between = words.words[start:end]
    if between[-1] not in terms.dating or words.gap(end) != " ":
        return False
    for place in range(start, end):
        gap, word = words.gap(place), words.words[place]
        if gap not in _PLAIN and not (gap == ", " and word in terms.relative):
            return False
        if (word in tenses.past or word in tenses.future) and not (word in terms.happens or word in terms.auxiliaries):
            return False
    verbs = [word for word in between if word in terms.happens or word.endswith(tenses.past_endings)]
    named = between[0] in terms.inner or not between[:-1]
    return all(verb in terms.happens for verb in verbs) and bool(named or verbs)
