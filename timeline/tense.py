"""Which way a bare name looks, told by the nearest verb of its own sentence."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.tokens import BREAK, Words

_REACH = 14
_STOPS = frozenset(".!?;")


@dataclass(frozen=True, slots=True)
class Tenses:
    """Verb forms of a language: words that look ahead or back, endings of regular past forms, and exceptions."""

    future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    not_past: frozenset[str]


def direction(words: Words, first: int, last: int, tenses: Tenses, dotted: frozenset[str]) -> int:
    """-1 past, +1 future, 0 untold, for the expression of the words ``first`` to ``last`` (exclusive).

    The verb before it counts before the one after it, as reporters write "said Tuesday that it will".
    """
    for place in range(first - 1, max(first - 1 - _REACH, -1), -1):
        if _stops(words.gap(place + 1, dotted)):
            break
        way = _way(words.words[place], tenses)
        if way:
            return way
    for place in range(last, min(last + _REACH, len(words.words))):
        if _stops(words.gap(place, dotted)):
            break
        way = _way(words.words[place], tenses)
        if way:
            return way
    return 0


def _stops(gap: str) -> bool:
    return gap == BREAK or not _STOPS.isdisjoint(gap)


def _way(word: str, tenses: Tenses) -> int:
    if word in tenses.future:
        return 1
    if word in tenses.past:
        return -1
    return -1 if word.endswith(tenses.past_endings) and word not in tenses.not_past else 0
