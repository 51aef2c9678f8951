"""Which of many reports belong together: neighbours first, then what tells one happening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, product

from timeline.chronology.likeness import likeness, moved
from timeline.chronology.spots import SHARED, asked, standing
from timeline.chronology.trace import Trace

_AGREEING = 0.5
_FEW = 64
MOST = 64
"""Reports of a happening, those of one wording counted once; its new dates come on top."""

Pair = tuple[int, int]


def likenesses(traces: Sequence[Trace], of: Iterable[int] | None = None) -> dict[Pair, float]:
    """Of every two that may be one happening, by their places in ``traces``, the smaller place first.

    Only those ``of`` some places, with each other and with all others, when places are given.
    """
    asking = range(len(traces)) if of is None else list(of)
    near = _by_words(traces, asking) if len(asking) <= _FEW else _by_places(traces)
    found: dict[Pair, float] = {}
    for place in asking:
        for other in near(place):
            pair = (place, other) if place < other else (other, place)
            if pair not in found:
                found[pair] = _score(traces[place], traces[other])
    return {pair: score for pair, score in found.items() if score}


def _score(one: Trace, other: Trace) -> float:
    score = likeness(one, other)
    return score if score and (_asks(one, other) or _asks(other, one)) else 0.0


def _asks(one: Trace, other: Trace) -> bool:
    return not set(asked(one)).isdisjoint(standing(other))


def _by_words(traces: Sequence[Trace], asking: Iterable[int]) -> Callable[[int], Iterable[int]]:
    """Of each place that asks, those that share so many words with it that they may be one happening."""
    holders: dict[str, list[int]] = {key: [] for place in asking for key in traces[place].keys}
    for number, trace in enumerate(traces):
        for key in trace.keys:
            if key in holders:
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


def components(places: Iterable[int], pairs: Iterable[Pair]) -> list[list[int]]:
    """What hangs together, each in order, by their first places."""
    parent = {place: place for place in places}

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    found: dict[int, list[int]] = defaultdict(list)
    for place in parent:
        found[root(place)].append(place)
    return sorted(sorted(members) for members in found.values())


def happenings(traces: Sequence[Trace], scores: Mapping[Pair, float]) -> list[list[int]]:
    """The places of each happening's reports within ``traces``.

    ``traces`` stand in an order of their own (`ordered`), so that nothing depends on which report came first.
    """
    moves = {pair for pair in scores if moved(traces[pair[0]], traces[pair[1]])}
    told = _Told(range(len(traces)), [pair for pair in scores if pair not in moves])
    for _, pair in sorted([(-score, pair) for pair, score in scores.items() if pair not in moves]):
        told.meet(*pair)
    return _moved(sorted(map(sorted, told.members.values())), {pair: scores[pair] for pair in moves})


def ordered(trace: Trace) -> tuple[int, int]:
    """By publication. The first report gives its happening the id."""
    return trace.published, trace.telling


class _Told:
    """Reports that become groups: two are one when most of their reports, each with each, are alike, and no more than
    `MOST` together. Whether they are depends on these two alone, and so on nothing that lies far away."""

    def __init__(self, places: Iterable[int], alike: Iterable[Pair]) -> None:
        self.members = {place: [place] for place in places}
        self._group = {place: place for place in self.members}
        self._links: dict[int, dict[int, int]] = {place: {} for place in self.members}
        for one, other in alike:
            self._links[one][other] = self._links[other][one] = 1

    def meet(self, one: int, other: int) -> None:
        """To be called for the most alike first."""
        mine, theirs = self._group[one], self._group[other]
        if mine == theirs:
            return
        sizes = len(self.members[mine]), len(self.members[theirs])
        if self._links[mine][theirs] > _AGREEING * sizes[0] * sizes[1] and sum(sizes) <= MOST:
            self._join(*((mine, theirs) if sizes[0] >= sizes[1] else (theirs, mine)))

    def _join(self, into: int, gone: int) -> None:
        for place in self.members[gone]:
            self._group[place] = into
        self.members[into] += self.members.pop(gone)
        here = self._links[into]
        for third, links in self._links.pop(gone).items():
            there = self._links[third]
            del there[gone]
            if third != into:
                here[third] = there[into] = here.get(third, 0) + links


def _moved(told: list[list[int]], moves: Mapping[Pair, float]) -> list[list[int]]:
    """Each new date joins the one plan that it fits best."""
    home = {place: number for number, members in enumerate(told) for place in members}
    best: dict[int, tuple[float, Pair]] = {}
    for pair, score in moves.items():
        late = home[pair[1]]
        if home[pair[0]] != late:
            best[late] = min(best.get(late, (0.0, pair)), (-score, pair))
    links = [(home[pair[0]], home[pair[1]]) for _, pair in best.values()]
    joined = components(range(len(told)), links)
    return [sorted(place for number in numbers for place in told[number]) for numbers in joined]
