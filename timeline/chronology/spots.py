"""Where an event is looked up: its words at its place on the calendar, as numbers for an index.

Two events that may be one happening share a spot, of those one is ``kept`` under and those the other is looked for at,
whichever of them came first.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from timeline.chronology.numbers import word_number
from timeline.chronology.trace import Reach, Timed, Trace, longest
from timeline.members import direct

SHARED = 2
"""So many keys two reports of one happening have in common."""
LOOKED_UP = 1 - SHARED
"""The end of the keys' `numbers` that are looked up: of keys that two reports share, one is among these of both."""
DAY = 24 * 60
FURTHEST_MOVE = 400 * DAY
LATE_NEWS = 2 * DAY
APART = 18 * 60
_CENTURY = 36_525 * DAY


@direct
class Level(IntEnum):
    """How long a stretch is; only neighbours may be one happening."""

    DAYS = 0
    MONTHS = 1
    YEAR = 2
    AGES = 3
    NOWHERE = 5
    MOVED = 7
    MOVABLE = 8


_WIDTH = {Level.DAYS: 6 * DAY, Level.MONTHS: 64 * DAY, Level.YEAR: 400 * DAY, Level.AGES: _CENTURY}
_WIDTHS = tuple(_WIDTH.items())
_BESIDE = {own: tuple(item for item in _WIDTHS if abs(item[0] - own) <= 1) for own in _WIDTH}
_PLAN_WIDTH = 512 * DAY
_LEVEL, _BUCKET, _NEGATIVE = 56, 32, 2**16


def reach(trace: Trace | Timed) -> tuple[int, int]:
    """Where a report may speak of: news without a date of its own may be of the days before. At most a century, the
    last of a longer one."""
    start, end = trace.reach
    if start is None:
        start = end - _CENTURY if end is not None else 0
    first = start if trace.firm else start - LATE_NEWS
    if end is None:
        end = first + _CENTURY
    return max(first, end - _CENTURY), end


def level(trace: Trace | Timed) -> Level:
    return _level(*reach(trace)) if trace.placed else Level.NOWHERE


def _level(start: int, end: int) -> Level:
    for level, width in _WIDTHS:
        if end - start <= width:
            return level
    return Level.AGES


def kept(trace: Trace) -> list[int]:
    words = numbers(trace.keys)[:LOOKED_UP]
    return [place + word for place in standing(trace) for word in words]


@lru_cache(maxsize=64)
def numbers(keys: tuple[str, ...]) -> list[int]:
    """Those of the rarest first, in an order that all reports have: long words are rarer than short ones."""
    return list(map(word_number, longest(keys)))


def level_of(place: int) -> int:
    """The number of its `Level`."""
    return place >> _LEVEL


def standing(trace: Trace) -> list[int]:
    """The places that it is kept under, without its words."""
    if not trace.placed:
        return [_place(Level.NOWHERE, 0)]
    start, end = reach(trace)
    own = _level(start, end)
    places = [_place(own, start // _WIDTH[own])]
    if trace.moves:
        places.append(_place(Level.MOVED, start // _PLAN_WIDTH))
    if trace.planned:
        places.append(_place(Level.MOVABLE, start // _PLAN_WIDTH))
    return places


def asked(trace: Trace | Timed) -> list[int]:
    """The places where it is looked for, without its words."""
    if not trace.placed:
        return [_place(Level.NOWHERE, 0)]
    return _asked(*reach(trace), trace.moves, trace.planned)


@lru_cache(maxsize=4096)
def _asked(start: int, end: int, moves: bool, planned: bool) -> list[int]:
    places = [
        _place(level, bucket)
        for level, width in _BESIDE[_level(start, end)]
        for bucket in _buckets(start - APART, end + APART, width)
    ]
    for wanted, asks in ((Level.MOVABLE, moves), (Level.MOVED, planned)):
        if asks:
            first, last = (start - FURTHEST_MOVE) // _PLAN_WIDTH, (start + FURTHEST_MOVE) // _PLAN_WIDTH
            places += [_place(wanted, bucket) for bucket in range(first, last + 1)]
    return places


def _buckets(start: int, end: int, width: int) -> range:
    """Those in which a stretch of at most ``width`` may begin that meets the one given."""
    return range((start - width) // width, end // width + 1)


def _place(level: Level, bucket: int) -> int:
    """The place before the word: what lies together on the calendar lies together in an index."""
    return (level << _LEVEL) + ((bucket + _NEGATIVE) << _BUCKET)


def meeting(one: Reach, other: Reach) -> bool:
    """Whether both leave a common time."""
    starts = [start for start in (one.start, other.start) if start is not None]
    ends = [end for end in (one.end, other.end) if end is not None]
    return not starts or not ends or max(starts) < min(ends)
