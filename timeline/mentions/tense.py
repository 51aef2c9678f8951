"""Which way a bare name looks, told by the nearest verb of its own sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from timeline.grammar.context import Tenses
from timeline.grammar.tokens import BREAK, Words

_REACH = 14
_NEAR = 4
_OVER = -2
_CLOSE = 6
"""How many words away from its time a sure word is at most."""
_TOUCHING = 2
_STOPS = frozenset(".!?;")


def direction(words: Words, first: int, last: int, tenses: Tenses, dotted: frozenset[str]) -> tuple[int, str]:
    """-1 past, +1 future, 0 untold, twice that where it is sure; the expression is ``first`` to ``last``, exclusive.

    With it the word, as written, that told the direction; empty where none did.
    """
    way, place = _told(words, first, last, tenses, dotted)
    return way, "" if place is None else words.text[words.starts[place] : words.ends[place]]


def _told(words: Words, first: int, last: int, tenses: Tenses, dotted: frozenset[str]) -> tuple[int, int | None]:
    """The direction and the place of the word that tells it.

    The verb before the expression counts before the one after it, as reporters write "said Tuesday that it will".
    """
    if not _speaks(words.words[max(first - _REACH, 0) : first], tenses):
        return _told_after(words, last, tenses, dotted)
    before = list(_before(words, first, dotted))
    after = words.words[last : last + _NEAR]
    if before and before[0] in tenses.backs:
        return _OVER, first - 1
    lead = _lead(before, after, tenses)
    if lead is not None:
        return 1, first - 1 - lead
    for number, word in enumerate(before):
        auxiliaries = before[number + 1 :]
        way = _verb(word, auxiliaries, tenses)
        if way:
            return way * _weight(number, [word, *auxiliaries[:2]], way, tenses), first - 1 - number
    return _told_after(words, last, tenses, dotted)


def _told_after(words: Words, last: int, tenses: Tenses, dotted: frozenset[str]) -> tuple[int, int | None]:
    if not _speaks(words.words[last : last + _REACH], tenses):
        return 0, None
    for place in range(last, min(last + _REACH, len(words.words))):
        if _stops(words, place, dotted) or words.words[place] in tenses.relatives:
            break
        way = _way(words.words[place], tenses)
        if way:
            sure = way > 0 and words.words[place] in tenses.sure and place - last < _CLOSE
            return (-1 if _planner(words, place, tenses) else way * (1 + sure)), place
    return 0, None


def _weight(number: int, verb: list[str], way: int, tenses: Tenses) -> int:
    """2 for a verb that tells surely: "will" and its verb in front of the time, or a past form right before it."""
    if way > 0:
        return 2 if number < _CLOSE and not tenses.sure.isdisjoint(verb) else 1
    plain = tenses.sure and verb[0] in tenses.past and tenses.promises.isdisjoint(verb)
    return 2 if plain and number < _TOUCHING else 1


def _speaks(some: list[str], tenses: Tenses) -> bool:
    """Whether one of the words can tell anything: most times stand among words that cannot."""
    if not _telling(tenses).isdisjoint(some):
        return True
    together = " ".join([*some, ""])
    return any(f"{ending} " in together for ending in tenses.past_endings)


@lru_cache(maxsize=64)
def _telling(tenses: Tenses) -> frozenset[str]:
    return (
        tenses.future
        | tenses.past
        | tenses.leads
        | tenses.backs
        | {tenses.infinitive, tenses.earliest[0], *tenses.latest}
    )


def _planner(words: Words, place: int, tenses: Tenses) -> bool:
    """Whether somebody expected or planned something, rather than that it is expected or planned."""
    auxiliaries = words.words[place - 2 : place]
    return words.words[place].endswith(tenses.past_endings) and tenses.promises.isdisjoint(auxiliaries)


def _before(words: Words, first: int, dotted: frozenset[str]) -> Iterator[str]:
    """The words of the sentence before the expression, the nearest first."""
    for place in range(first - 1, max(first - 1 - _REACH, -1), -1):
        if _stops(words, place + 1, dotted):
            return
        yield words.words[place]


def _lead(before: list[str], after: list[str], tenses: Tenses) -> int | None:
    """How far back stands the word that leads to a time still to come."""
    around, inner = tenses.earliest
    if before[:1] == [around] and before[2:3] == [around] and before[1] in inner:
        return 1
    if before[: len(tenses.latest)] == list(tenses.latest):
        return 0 if tenses.latest and tenses.perfect.isdisjoint(before) else None
    lead = next((number for number, word in enumerate(before[:3]) if word not in tenses.fillers), None)
    if lead is None or before[lead] not in tenses.leads or not tenses.spans.isdisjoint(before[lead + 1 : lead + 2]):
        return None
    return lead if tenses.perfect.isdisjoint(before) and tenses.past.isdisjoint(after) else None


def _verb(word: str, auxiliaries: list[str], tenses: Tenses) -> int:
    """The way of a verb by the words before it, nearest first: "will be held" looks ahead, "had been due" back."""
    if word == tenses.infinitive:
        if not auxiliaries or auxiliaries[0] not in tenses.promises:
            return 0
        return -1 if not tenses.perfect.isdisjoint(auxiliaries[1:3]) else 1
    way = _way(word, tenses)
    if way < 0 and _denied(auxiliaries, tenses):
        return -1
    if way < 0:
        return 1 if any(near in tenses.future for near in auxiliaries[:2]) else -1
    return -1 if way > 0 and not tenses.perfect.isdisjoint(auxiliaries[:3]) else way


def _denied(auxiliaries: list[str], tenses: Tenses) -> bool:
    """ "Could not be reached", "neither could be found"."""
    return not tenses.possible.isdisjoint(auxiliaries[:3]) and not tenses.denials.isdisjoint(auxiliaries)


def _stops(words: Words, place: int, dotted: frozenset[str]) -> bool:
    """Whether a sentence ends before the word; where there is only a space, as nearly always, it is no question."""
    if words.gaps[place] == " " and place:
        return False
    gap = words.gap(place, dotted)
    return gap == BREAK or not _STOPS.isdisjoint(gap)


def _way(word: str, tenses: Tenses) -> int:
    if word in tenses.future:
        return 1
    if word in tenses.past:
        return -1
    return -1 if word.endswith(tenses.past_endings) and word not in tenses.not_past else 0
