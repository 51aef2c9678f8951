"""Headings of a chronology: days, weeks, months or years, as suits how thickly its events lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from api.pages.dated import UNKNOWN
from timeline import wording
from timeline.interval import Granularity as G
from timeline.model import When
from timeline.wording.units import last_second

_FULL = 2  # events that a heading of days or weeks has on average
_MONTHLY = 3
_SPARSE = 6  # headings of months from which a page with few events under each is told by years


@dataclass(frozen=True, slots=True)
class Group:
    """``first`` is the place of its first row on the page."""

    heading: str
    first: int
    size: int


class Headings(NamedTuple):
    """What may name the group of a time: its day, its week, its month, its year; ``heard`` where it has a say in
    which of them names all groups of a page."""

    names: tuple[str, ...]
    heard: bool = True


def headings(when: When) -> Headings:
    return Headings(tuple(_heading(when, unit, name) for unit, name in _NAMES))


def groups(given: Sequence[Headings]) -> Sequence[Group]:
    """Of times that follow each other; a heading that comes again, after a whole year in between, says so."""
    way = _chosen([each.names for each in given if each.heard])
    found: list[Group] = []
    seen: set[str] = set()
    first = 0
    for heading, members in groupby([each.names[way] for each in given]):
        size = len(list(members))
        found.append(Group(f"{heading}, continued" if heading in seen else heading, first, size))
        seen.add(heading)
        first += size
    return found


def _chosen(ways: Sequence[Sequence[str]]) -> int:
    """Which of the `headings`, here of many times in their order, suits all of them."""
    if not ways:
        return _MONTH
    for way, each in enumerate(zip(*ways, strict=True)):
        if way < _MONTH and len(each) >= _FULL * len(set(each)):
            return way
    by_month = sum(1 for _ in groupby([way[_MONTH] for way in ways]))
    return _MONTH + 1 if by_month > _SPARSE and len(ways) < _MONTHLY * by_month else _MONTH


def _heading(when: When, unit: G, name: Callable[[datetime], str]) -> str:
    if when.interval is None or when.interval.start is None or when.granularity > unit:
        return _coarse(when)
    start, end = when.interval.start, when.interval.end
    if unit > G.WEEK or when.granularity < G.DAY or (end and name(last_second(end)) == name(start)):
        return name(start)
    return f"From {wording.day(start)} on"


def _day(moment: datetime) -> str:
    return f"{moment:%A} {wording.day(moment)}"


def _week(moment: datetime) -> str:
    monday = moment - timedelta(days=min(moment.weekday(), moment.toordinal() - 1))
    return f"Week of {wording.day(monday)}"


def _year(moment: datetime) -> str:
    return wording.year(moment.year)


def _coarse(when: When) -> str:
    """A heading for what may be in any of several days, months, or years."""
    if when.interval is None or when.interval.start is None:
        return "Beginning not known" if when.interval is not None and when.interval.end else UNKNOWN
    return f"Some time {wording.words(when)}" if when.interval.end else f"{wording.year(when.interval.start.year)} on"


_NAMES = ((G.DAY, _day), (G.WEEK, _week), (G.MONTH, wording.month), (G.YEAR, _year))
_MONTH = 2
BROKEN = Headings((UNKNOWN,) * len(_NAMES), heard=False)
