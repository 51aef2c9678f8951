"""Which of many reports, of which neighbours are known, tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.chronology.likeness import moved
from timeline.chronology.neighbours import Pair
from timeline.chronology.trace import Trace

_AGREEING = 0.5
MOST = 64
"""Reports of a happening, those of one wording counted once; its new dates come on top."""


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
