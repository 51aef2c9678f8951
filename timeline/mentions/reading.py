"""The ways to read a time of a story, and what each comes to from a date that it may be counted from."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from timeline.algebra.calendar import DAY, Stretch
from timeline.algebra.meaning import Meaning, Modified, Unplaced
from timeline.algebra.operators import Anchors
from timeline.interval import Granularity
from timeline.mentions.leaning import bare, readings
from timeline.mentions.leaps import Place, place
from timeline.mentions.narrative import stays, written_year

_YEAR, _DATE, _BARE = 0.7, 1.8, 1.6
"""What it costs to leave aside a year, a date with its year, and one without."""
_MOST = 500
"""How many meanings, and dates to count each from, are kept in mind: stories have fewer."""


class Spot(NamedTuple):
    """A date found: the ``story`` that goes on from it, from ``place``, of which ``latest`` is the last day.

    ``year``: it is one or longer; ``aside`` is what it costs to leave it aside.
    """

    found: Stretch
    story: Stretch
    place: Place
    latest: datetime
    year: bool
    aside: float


class Reading:
    """One meaning of a mention."""

    __slots__ = ("_anchors", "_spots", "bare", "meaning", "stays")

    def __init__(self, meaning: Meaning, anchors: Anchors) -> None:
        self.meaning, self._anchors = meaning, anchors
        self.bare, self.stays = bare(meaning), stays(meaning)
        self._spots: dict[Stretch, Spot | None] = {}

    def spot(self, base: Stretch) -> Spot | None:
        """``None`` where it comes to no date."""
        try:
            return self._spots[base]
        except KeyError:
            if len(self._spots) >= _MOST:
                self._spots.clear()
            self._spots[base] = spot = self._spot(base)
            return spot

    def _spot(self, base: Stretch) -> Spot | None:
        found = at(self.meaning, base, self._anchors)
        if found is None:
            return None
        coarse = found._replace(granularity=max(found.granularity, Granularity.DAYPART))
        here, year = place(self.meaning, found), found.granularity >= Granularity.YEAR
        aside = _YEAR if year else _BARE if written_year(self.meaning) is None else _DATE
        return Spot(found, coarse, here, here.end - DAY, year, aside)


class Readings:
    """Those of every mention; times that come again are worked out once."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._known: dict[tuple[Meaning, bool], list[Reading]] = {}

    def of(self, meaning: Meaning, closes: bool) -> list[Reading]:
        key = meaning, closes
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            found = self._known[key] = [Reading(one, self._anchors) for one in readings(meaning, closes)]
        return found


def at(meaning: Meaning, story: Stretch, anchors: Anchors) -> Stretch | None:
    """The date it stands for where the story has come to ``story``."""
    if isinstance(meaning, Unplaced):
        return None
    expression = meaning.expression if isinstance(meaning, Modified) else meaning
    try:
        found = expression.at(Anchors(anchors.publication, story, story, None, anchors.day_first))
    except OverflowError:
        return None
    return None if found.interval is None else found
