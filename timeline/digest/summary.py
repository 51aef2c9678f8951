"""The sentences that tell best what happened on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from timeline.digest import weights
from timeline.digest.centre import Centre
from timeline.digest.telling import Telling

_DAY = timedelta(days=1)
_ALIKE = 0.5
"""The cosine from which on a sentence says again what another has said."""


class About(NamedTuple):
    """A sentence that may be about a day, and how far that is to be believed."""

    telling: Telling
    belief: float


class Days:
    """The tellings of a topic by the days that they may be about."""

    def __init__(self, articles: Iterable[Sequence[Telling]]) -> None:
        self._named: defaultdict[date, list[Telling]] = defaultdict(list)
        self._leads: defaultdict[date, list[Telling]] = defaultdict(list)
        for telling in (telling for tellings in articles for telling in tellings):
            for day in telling.days:
                self._named[day].append(telling)
            if not telling.days and telling.place < weights.LEAD:
                self._leads[telling.published].append(telling)

    def about(self, day: date) -> list[About]:
        """Sentences that name the day, and the first ones of articles of that day and of the next."""
        following = self._leads.get(day + _DAY, []) if day < date.max else []
        leads = self._leads.get(day, []) + following
        return [About(one, 1.0 if len(one.days) == 1 else weights.SEVERAL) for one in self._named.get(day, [])] + [
            About(one, weights.LEADS) for one in leads
        ]


def summary(about: Collection[About], centre: Centre, query: frozenset[str], number: int) -> tuple[Telling, ...]:
    """Up to ``number`` sentences, the best first, none saying what another has said."""
    day = _day_words(about, centre)
    worth = {one: _worth(one, day, centre, query) for one in about}
    best = sorted(worth, key=lambda one: (-worth[one], one.telling.published, one.telling.article, one.telling.place))
    chosen: list[Telling] = []
    for telling, _ in best:
        if len(chosen) == number:
            break
        if all(_cosine(telling.words, other.words, centre) < _ALIKE for other in chosen):
            chosen.append(telling)
    return tuple(chosen)


def _day_words(about: Collection[About], centre: Centre) -> dict[str, float]:
    words: defaultdict[str, float] = defaultdict(float)
    for telling, belief in about:
        for word in telling.words:
            words[word] += belief * centre.rarity[word]
    return words


def _worth(one: About, day: Mapping[str, float], centre: Centre, query: frozenset[str]) -> float:
    words = one.telling.words
    likeness = sum(day[word] * centre.rarity[word] for word in words) / (centre.size(words) or 1.0)
    asked = weights.ASIDE if query.isdisjoint(words) else 1.0
    place = weights.DOWN_THE_PAGE ** bisect_right(weights.PLACES, one.telling.place)
    return one.belief * asked * place * likeness * centre.closeness(words)


def _cosine(one: frozenset[str], other: frozenset[str], centre: Centre) -> float:
    common = centre.size(one & other)
    return common * common / (centre.size(one) * centre.size(other)) if common else 0.0
