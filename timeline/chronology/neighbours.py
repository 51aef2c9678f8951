"""Which of many reports may tell of one happening, and how like they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, product

from timeline.chronology.likeness import likeness
from timeline.chronology.spots import SHARED, asked, standing
from timeline.chronology.trace import Trace

_FEW = 64

Pair = tuple[int, int]


def likenesses(traces: Sequence[Trace]) -> dict[Pair, float]:
    """Of every two that may be one happening, by their places in ``traces``, the smaller place first."""
    near = _by_words(traces) if len(traces) <= _FEW else _by_places(traces)
    found: dict[Pair, float] = {}
    for place in range(len(traces)):
        for other in near(place):
            pair = (place, other) if place < other else (other, place)
            if pair not in found:
                found[pair] = compared(traces[place], traces[other])
    return {pair: score for pair, score in found.items() if score}


def compared(one: Trace, other: Trace) -> float:
    """How like two are: 0 where they are not looked for where the other stands."""
    score = likeness(one, other)
    return score if score and (_asks(one, other) or _asks(other, one)) else 0.0


def _asks(one: Trace, other: Trace) -> bool:
    return not set(asked(one)).isdisjoint(standing(other))


def _by_words(traces: Sequence[Trace]) -> Callable[[int], Iterable[int]]:
    """Of each place those that share so many words with it that they may be one happening."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, trace in enumerate(traces):
        for key in trace.keys:
            holders[key].append(number)

    def near(number: int) -> Iterable[int]:
        met = Counter(chain.from_iterable([holders[key] for key in traces[number].keys]))
        return [other for other, shared in met.items() if shared >= SHARED and other != number]

    return near


def _by_places(traces: Sequence[Trace]) -> Callable[[int], Iterable[int]]:
    """As `_by_words`, of many: only those that share these words where they stand."""
    standing_at: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, trace in enumerate(traces):
        for spot in product(trace.keys, standing(trace)):
            standing_at[spot].append(number)

    def near(number: int) -> Iterable[int]:
        spots = product(traces[number].keys, asked(traces[number]))
        met = Counter(chain.from_iterable([standing_at[spot] for spot in spots if spot in standing_at]))
        return [other for other, shared in met.items() if shared >= SHARED and other != number]

    return near
