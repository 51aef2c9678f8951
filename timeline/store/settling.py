"""Which happenings some reports of a topic change, found from their neighbours on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from sqlalchemy import Connection

from timeline.store import reports
from timeline.store.groups import Group, Scores, alike, grouped, scored, settled
from timeline.store.kept import Kept
from timeline.store.neighbourhood import neighbours


class Settling:
    """The happenings of reports that are ``inside``, and of those that these have a say about.

    Two groups of reports are one happening or two by what lies between them alone (`timeline.chronology.grouping`).
    So those ``around``, whose own neighbours are not looked for, stay as they are unless one inside joins or parts
    them; then they are inside too. ``gone`` are reports that are there no more. All by their tellings.
    """

    def __init__(self, connection: Connection, topic: int, begun: Sequence[Kept], gone: Container[int]) -> None:
        self._connection, self._topic, self._gone = connection, topic, gone
        self.inside = {one.telling: one for one in begun}
        self._around: dict[int, Kept] = {}
        self._homes: dict[int, set[int]] = {}
        self._scores: Scores = {}
        self.groups = self._settled(begun)

    def _settled(self, begun: Sequence[Kept]) -> list[Group]:
        fresh = list(begun)
        while True:
            self._look_around(fresh)
            found = grouped([*self.inside.values(), *self._around.values()], self._scores)
            stirred = self._stirred(found)
            if not stirred:
                return [settled(members) for members in found if members[0].telling in self.inside]
            fresh = [self._around.pop(telling) for home in stirred for telling in self._homes.pop(home)]
            self.inside |= {one.telling: one for one in fresh}

    def _look_around(self, fresh: Sequence[Kept]) -> None:
        """Find how like these are to any others, and what is told with those others."""
        if not fresh:
            return
        met = scored(fresh)
        homes: set[int] = set()
        for one, near in neighbours(self._connection, self._topic, fresh):
            for other in near:
                if other.telling not in self._gone and (score := alike(one, other)):
                    met |= score
                    if other.telling not in self.inside:
                        homes.add(other.home)
        self._scores |= met
        self._come(homes - self._homes.keys())

    def _come(self, homes: set[int]) -> None:
        told: dict[int, list[Kept]] = defaultdict(list)
        for one in reports.at_home(self._connection, self._topic, homes) if homes else ():
            if one.telling not in self._gone and one.telling not in self.inside:
                told[one.home].append(one)
        for home, members in told.items():
            self._around |= {one.telling: one for one in members}
            self._homes[home] = {one.telling for one in members}
            if len(members) > 1:
                self._scores |= scored(members)

    def _stirred(self, found: Sequence[Sequence[Kept]]) -> set[int]:
        """The homes around that do not stay just as they are."""
        stirred: set[int] = set()
        for members in found:
            around = [one for one in members if one.telling in self._around]
            if around and {one.telling for one in members} != self._homes[around[0].home]:
                stirred |= {one.home for one in around}
        return stirred
