"""The order of a timeline."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from timeline.interval import Interval
from timeline.model import Event, Order, Timeline

_FIRST, _LAST = datetime(1, 1, 1), datetime(9999, 12, 31)
_OPEN = Interval(None, None)
OrderKey = tuple[date, date, datetime, datetime, str]


def order_key(event: Event) -> OrderKey:
    """First day, last day (inclusive), start, end, id; an open start sorts first, an open end last."""
    interval = event.when.interval
    start = interval.start if interval and interval.start else _FIRST
    end = interval.end if interval and interval.end else _LAST
    last = end if end == _LAST else max(start, end - timedelta(microseconds=1))
    return start.date(), last.date(), start, end, event.id


def certain(timeline: Timeline) -> list[bool]:
    """Of each event, whether it stands where it does for sure: what comes before it is over when it begins."""
    times = [event.when.interval or _OPEN for event in timeline.events]
    after = [timeline.before or _OPEN, *times[:-1]]
    pairs = zip(times, after, strict=False) if timeline.order is Order.DESC else zip(after, times, strict=False)
    found = [bool(first.end and then.start and first.end <= then.start) for first, then in pairs]
    return [True, *found[1:]] if found and timeline.before is None else found
