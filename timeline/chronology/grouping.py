"""Which of many reports belong together: neighbours first, then what hangs together, then what tells one happening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from timeline.chronology.likeness import likeness, moved
from timeline.chronology.spots import SHARED, asked, standing
from timeline.chronology.trace import Trace

_MOST, _STEP = 64, 0.1
_AGREEING = 0.5

Pair = tuple[int, int]


def likenesses(traces: Sequence[Trace], of: Iterable[int] | None = None) -> dict[Pair, float]:
    """Of every two that may be one happening, by their places in ``traces``, the smaller place first.

    Only those ``of`` some places, with each other and with all others, when places are given.
    """
    among = _Index(traces)
    found: dict[Pair, float] = {}
    for place in range(len(traces)) if of is None else of:
        for other in among.near(place):
            pair = (place, other) if place < other else (other, place)
            if pair not in found:
                found[pair] = likeness(traces[place], traces[other])
    return {pair: score for pair, score in found.items() if score}


class _Index:
    """Traces by their words, and by where these stand."""

    def __init__(self, traces: Sequence[Trace]) -> None:
        self._traces = traces
        holders = Counter([key for trace in traces for key in trace.keys])
        common = {key for key, count in holders.items() if count > 1}
        self._keys = [[key for key in trace.keys if key in common] for trace in traces]
        self._standing: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, trace in enumerate(traces):
            if len(self._keys[number]) >= SHARED:
                for place in standing(trace):
                    for key in self._keys[number]:
                        self._standing[key, place].append(number)

    def near(self, number: int) -> Iterator[int]:
        """Those that share so many spots with this one that they may be one happening with it."""
        if len(self._keys[number]) < SHARED:
            return
        met: Counter[int] = Counter()
        for spot in product(self._keys[number], asked(self._traces[number])):
            if spot in self._standing:
                met.update(self._standing[spot])
        yield from (other for other, shared in met.items() if shared >= SHARED and other != number)


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


def inside(parts: Sequence[Sequence[int]], scores: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    """For each of the parts, which have no place in common, what lies inside it."""
    home = {place: number for number, part in enumerate(parts) for place in part}
    found: list[dict[Pair, float]] = [{} for _ in parts]
    for (one, other), score in scores.items():
        number = home.get(one)
        if number is not None and number == home.get(other):
            found[number][one, other] = score
    return found


def happenings(traces: Sequence[Trace], scores: Mapping[Pair, float]) -> list[list[int]]:
    """The places of each happening's reports within ``traces``, which hang together.

    ``traces`` stand in an order of their own (`ordered`), so that nothing depends on which report came first.
    """
    moves = {pair for pair in scores if moved(traces[pair[0]], traces[pair[1]])}
    alike = {pair: score for pair, score in scores.items() if pair not in moves}
    parts = _parts(range(len(traces)), alike)
    told = [group for part, inner in zip(parts, inside(parts, alike), strict=True) for group in _linked(part, inner)]
    return _moved(sorted(told), {pair: scores[pair] for pair in moves})


def ordered(trace: Trace) -> tuple[int, int]:
    """By publication. The first report gives its happening the id."""
    return trace.published, trace.telling


def _parts(places: Iterable[int], alike: Mapping[Pair, float], least: float = 0.0) -> list[list[int]]:
    """What hangs together; of a crowd, only what hangs together more closely."""
    pairs = {pair: score for pair, score in alike.items() if score >= least}
    parts, found = components(places, pairs), []
    for part, inner in zip(parts, inside(parts, pairs), strict=True):
        if len(part) <= _MOST or least >= 1.0:
            found.append(part)
        else:
            found += _parts(part, inner, min(1.0, max(least, min(inner.values())) + _STEP))
    return found


def _linked(part: Sequence[int], alike: Mapping[Pair, float]) -> list[list[int]]:
    """The most alike first; two groups are one when most of their reports, each with each, are alike."""
    if len(part) > _MOST:
        return [list(part)]
    group = {place: [place] for place in part}
    for _, (one, other) in sorted([(-score, pair) for pair, score in alike.items()]):
        mine, theirs = group[one], group[other]
        if mine is not theirs and _agree(mine, theirs, alike):
            joined = sorted(mine + theirs)
            for place in joined:
                group[place] = joined
    return list({id(members): members for members in group.values()}.values())


def _agree(mine: Sequence[int], theirs: Sequence[int], alike: Mapping[Pair, float]) -> bool:
    linked = sum((min(one, other), max(one, other)) in alike for one in mine for other in theirs)
    return linked > _AGREEING * len(mine) * len(theirs)


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
