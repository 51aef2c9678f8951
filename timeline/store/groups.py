"""Reports that are kept in the store, by happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from timeline.chronology.grouping import Pair, components, happenings, inside, likenesses, ordered
from timeline.chronology.spots import sought
from timeline.chronology.trace import Trace
from timeline.store import reports
from timeline.store.kept import Kept


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one happening, in order of publication."""

    home: int
    reports: tuple[Kept, ...]

    @property
    def echoed(self) -> int | None:
        """The component, where any of the reports has copies."""
        return self.reports[0].component if any(one.copied for one in self.reports) else None

    @property
    def alike(self) -> tuple[int, int | None, frozenset[tuple[int, int]]]:
        """What its place and its record are made of."""
        return self.home, self.echoed, frozenset((one.telling, one.lead) for one in self.reports)

    def has(self, tellings: Container[int]) -> bool:
        return any(one.telling in tellings for one in self.reports)


def alike(
    connection: Connection, topic: int, fresh: Sequence[Kept], left: Container[int]
) -> tuple[dict[Pair, float], set[int]]:
    """How like new reports are to each other and to those of the topic, by their tellings, and the components of these.

    ``left`` are not there any more.
    """
    if not fresh:
        return {}, set()
    wanted = (spot for one in fresh for spot in sought(one.trace))
    found = [one for one in reports.neighbours(connection, topic, wanted) if one.telling not in left]
    both = [*fresh, *found]
    scores = likenesses([one.trace for one in both], range(len(fresh)))
    touched = {both[place].component for pair in scores for place in pair if both[place].component}
    return {(both[one].telling, both[other].telling): score for (one, other), score in scores.items()}, touched


def grouped(kept: Sequence[Kept], fresh: Sequence[Kept], known: Mapping[Pair, float]) -> list[Group]:
    """By happening, with the component and home that the reports have from now on.

    ``known`` is how like the fresh reports are to each other and to those kept, by their tellings.
    """
    line = sorted([*kept, *fresh], key=lambda one: ordered(one.trace))
    place = {one.telling: number for number, one in enumerate(line)}
    scores = _between([one.trace for one in kept], [place[one.telling] for one in kept])
    scores |= _between_places((place[one], place[other], score) for (one, other), score in known.items())
    parts = components(range(len(line)), scores)
    alone = [_alone(line[part[0]]) for part in parts if len(part) == 1]
    several = [part for part in parts if len(part) > 1]
    inner = zip(several, inside(several, scores), strict=True)
    return alone + [group for part, found in inner for group in _happenings(line, part, found)]


def _alone(one: Kept) -> Group:
    return Group(one.lead, (Kept(one.trace, one.lead, one.copied, one.lead, one.lead),))


def _between(traces: Sequence[Trace], places: Sequence[int]) -> dict[Pair, float]:
    return _between_places((places[one], places[other], score) for (one, other), score in likenesses(traces).items())


def _between_places(found: Iterable[tuple[int, int, float]]) -> dict[Pair, float]:
    return {(min(one, other), max(one, other)): score for one, other, score in found}


def _happenings(line: Sequence[Kept], part: Sequence[int], scores: Mapping[Pair, float]) -> Iterator[Group]:
    places = {number: place for place, number in enumerate(part)}
    inner = {(places[one], places[other]): score for (one, other), score in scores.items()}
    component = min(line[number].lead for number in part)
    for group in happenings([line[number].trace for number in part], inner):
        members = [line[part[place]] for place in group]
        home = members[0].lead
        yield Group(home, tuple(replace(one, component=component, home=home) for one in members))


def standing_groups(kept: Sequence[Kept]) -> list[Group]:
    """As they stand in the timeline now."""
    by_home: dict[int, list[Kept]] = defaultdict(list)
    for one in sorted(kept, key=lambda one: ordered(one.trace)):
        by_home[one.home].append(one)
    return [Group(home, tuple(members)) for home, members in by_home.items()]
