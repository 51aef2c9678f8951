"""The order of a timeline."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from timeline.interval import Interval
from timeline.model import Event

_FIRST, _LAST = datetime(1, 1, 1), datetime(9999, 12, 31)
OrderKey = tuple[date, date, datetime, datetime, str]


def order_key(event: Event) -> OrderKey:
    """First day, last day (inclusive), start, end, id; an open start sorts first, an open end last."""
    interval = event.when.interval
    start = interval.start if interval and interval.start else _FIRST
    end = interval.end if interval and interval.end else _LAST
    last = end if end == _LAST else max(start, end - timedelta(microseconds=1))
    return start.date(), last.date(), start, end, event.id


def certain(before: Interval | None, event: Event, *, back: bool = False) -> bool:
    """Whether an event stands where it does for sure: what comes ``before`` it is over when it begins.

    ``None``: nothing comes before it. ``back``: the timeline is told from its end, the event is over when that begins.
    """
    if before is None:
        return True
    interval = event.when.interval or Interval(None, None)
    first, then = (interval, before) if back else (before, interval)
    return bool(first.end and then.start and first.end <= then.start)
