"""Reports that are kept in the store, by happening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.chronology.grouping import happenings, ordered
from timeline.chronology.neighbours import Pair, compared, likenesses
from timeline.store.kept import Kept

Scores = dict[Pair, float]
"""How like reports are that may be one happening, by their tellings, the smaller first."""


class Group(NamedTuple):
    """The reports of one happening, in order of publication."""

    home: int
    reports: tuple[Kept, ...]

    @property
    def echoed(self) -> int | None:
        """The home, where any of the reports has copies."""
        return self.home if True in [one.copied for one in self.reports] else None

    @property
    def alike(self) -> tuple[int, int | None, frozenset[tuple[int, int]]]:
        """What its place and its record are made of."""
        return self.home, self.echoed, frozenset((one.telling, one.lead) for one in self.reports)

    def has(self, tellings: Container[int]) -> bool:
        return any(one.telling in tellings for one in self.reports)


def scored(kept: Sequence[Kept]) -> Scores:
    """Of each with each."""
    found = likenesses([one.trace for one in kept])
    return _between((kept[one].telling, kept[other].telling, score) for (one, other), score in found.items())


def alike(one: Kept, other: Kept) -> Scores:
    """None where they are not, or are one."""
    score = compared(one.trace, other.trace) if one.telling != other.telling else 0.0
    return _between([(one.telling, other.telling, score)]) if score else {}


def grouped(kept: Iterable[Kept], scores: Mapping[Pair, float]) -> list[list[Kept]]:
    """By happening, each in order of publication, with the homes that they had."""
    line = sorted(kept, key=lambda one: ordered(one.trace))
    if not scores:
        return [[one] for one in line]
    place = {one.telling: number for number, one in enumerate(line)}
    inner = _between((place[one], place[other], score) for (one, other), score in scores.items())
    return [[line[number] for number in told] for told in happenings([one.trace for one in line], inner)]


def settled(members: Sequence[Kept]) -> Group:
    """As a happening of its own, at home with the first of them."""
    home = members[0].lead
    return Group(home, tuple([Kept(one.trace, one.lead, one.copied, home, one.ready) for one in members]))


def standing_groups(kept: Iterable[Kept]) -> list[Group]:
    """As they stand in the timeline now."""
    by_home: dict[int, list[Kept]] = defaultdict(list)
    for one in sorted(kept, key=lambda one: ordered(one.trace)):
        by_home[one.home].append(one)
    return [Group(home, tuple(members)) for home, members in by_home.items()]


def reshaped(falling: Sequence[Group], rising: Sequence[Group]) -> Iterator[int]:
    """Homes of happenings that have only some reports of one before them, or those of several."""
    were = {one.telling: place for place, group in enumerate(falling) for one in group.reports}
    for group in rising:
        met = Counter(were[one.telling] for one in group.reports if one.telling in were)
        if len(met) > 1 or any(count < len(falling[place].reports) for place, count in met.items()):
            yield group.home


def _between(found: Iterable[tuple[int, int, float]]) -> Scores:
    return {(one, other) if one < other else (other, one): score for one, other, score in found}
