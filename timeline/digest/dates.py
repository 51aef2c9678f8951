"""The days of a topic that matter most, by what its articles say and when they say it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from math import exp

from timeline.digest import weights
from timeline.digest.centre import Centre
from timeline.digest.telling import Telling

_LEAST = 0.02
Articles = Collection[Sequence[Telling]]


def day_weights(articles: Articles, centre: Centre, query: frozenset[str]) -> dict[date, float]:
    """The weight of each day that is named or published on: of each article its weightiest sentence counts."""
    total: defaultdict[date, float] = defaultdict(float)
    for tellings in articles:
        best: dict[date, float] = {}
        for telling, weight in _weighed(tellings, centre, query):
            for day, share in _days(telling):
                best[day] = max(best.get(day, 0.0), share * weight)
        for day, weight in best.items():
            total[day] += weight
    return total


def _weighed(tellings: Sequence[Telling], centre: Centre, query: frozenset[str]) -> list[tuple[Telling, float]]:
    asked = [not query.isdisjoint(telling.words) for telling in tellings]
    devotion = (sum(asked) / len(asked) + _LEAST) ** weights.DEVOTION if asked else 0.0
    found = []
    for place, telling in enumerate(tellings):
        if not telling.days and telling.place >= weights.LEAD:
            continue
        near = any(asked[max(0, place - 1) : place + 2])
        weight = devotion * (1.0 if asked[place] else weights.NEARBY if near else weights.ASIDE)
        weight *= weights.LATER ** bisect_right(weights.PLACES, telling.place)
        weight *= weights.TURNING if telling.turning else 1.0
        found.append((telling, weight * centre.closeness(telling.words)))
    return found


def _days(telling: Telling) -> list[tuple[date, float]]:
    if not telling.days:
        return [(telling.published, weights.UNDATED)]
    return [(day, _lag((telling.published - day).days)) for day in telling.days]


def _lag(days: int) -> float:
    return {0: weights.SAME_DAY, 1: weights.DAY_BEFORE}.get(days, weights.OTHER_DAYS)


def important(days: Mapping[date, float], number: int, span: int) -> list[date]:
    """The ``number`` weightiest days in order of choice; ``span`` is the length in days of what they are to cover.

    Of equal days the earlier is taken.
    """
    left = dict(sorted(days.items()))
    reach = weights.REACH * span / max(1, number)
    chosen: list[date] = []
    while left and len(chosen) < number:
        day = max(left, key=left.__getitem__)
        chosen.append(day)
        del left[day]
        for other in left:
            left[other] *= 1 - weights.NEIGHBOUR * exp(-abs((other - day).days) / reach)
    return chosen
