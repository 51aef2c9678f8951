"""The order of a timeline, as numbers that both databases compare alike."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from timeline.interval import Interval
from timeline.model import Event

OPEN_START = 0
OPEN_END = 2**62
_FIRST = datetime(1, 1, 1)
_MICROSECOND, _SECOND = timedelta(microseconds=1), timedelta(seconds=1)


class Place(NamedTuple):
    """Where an event stands: days as ordinals and instants as microseconds since year 1, then its id.

    ``key``, that of the event's row, only parts events of one id, so that no page loses or repeats one.
    """

    earliest: int
    latest: int
    start: int
    end: int
    event: str
    key: int


def place(event: Event, key: int) -> Place:
    interval = event.when.interval
    start = interval.start if interval else None
    end = interval.end if interval else None
    return Place(
        OPEN_START if start is None else start.toordinal(),
        OPEN_END if end is None else (end - _SECOND).toordinal(),
        OPEN_START if start is None else calendar(start),
        OPEN_END if end is None else calendar(end),
        event.id,
        key,
    )


def day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def calendar(instant: datetime) -> int:
    """Microseconds of a calendar without zones since year 1."""
    return (instant - _FIRST) // _MICROSECOND


def instant(microseconds: int) -> datetime:
    return _FIRST + microseconds * _MICROSECOND


def between(place: Place) -> Interval:
    """The interval of the event that stands there."""
    return Interval(
        None if place.start == OPEN_START else instant(place.start),
        None if place.end == OPEN_END else instant(place.end),
    )
