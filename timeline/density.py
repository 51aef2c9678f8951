"""How many events of a topic lie where, counted in columns of days: what a picture of many of them shows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter

from timeline.model import Status, Topic

SHORT = 3
"""Columns that an event which is counted in one of them may take at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A column of inclusive days, and how many short events have their middle in it, by status: one or more."""

    first: date
    last: date
    counts: Mapping[Status, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Longer events that begin in one column and end in another. ``None`` is an end that nobody knows; an end outside
    of what was asked for is that of what was asked for."""

    first: date | None
    last: date | None
    status: Status
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """Every event of a selection once, in ``bins`` or in ``stretches``. A column is ``unit`` days wide.

    ``first`` and ``last`` are the inclusive days asked for, else those of the first and last known end of an event;
    ``None`` where there is none.
    """

    topic: Topic
    as_of: datetime
    first: date | None
    last: date | None
    unit: int
    bins: tuple[Bin, ...]
    stretches: tuple[Stretch, ...]

    @property
    def count(self) -> int:
        return sum(sum(each.counts.values()) for each in self.bins) + sum(each.count for each in self.stretches)

    @property
    def most(self) -> tuple[date, date] | None:
        """The shortest run of days, both inclusive, that holds more than half of the events, the earliest of several;
        ``None`` where too many have an end that nobody knows."""
        half = self.count // 2
        short = [(each.first, each.last, sum(each.counts.values())) for each in self.bins]
        long = [(each.first, each.last, each.count) for each in self.stretches if each.first and each.last]
        held: list[date] = []  # the last days of those that begin no earlier, each as often as there are events
        found: tuple[date, date] | None = None
        for first, last, count in sorted([*short, *long], key=itemgetter(0), reverse=True):
            place = bisect_left(held, last)
            held[place:place] = [last] * count
            until = held[half] if len(held) > half else None
            if until and (found is None or until - first <= found[1] - found[0]):
                found = first, until
        return found
