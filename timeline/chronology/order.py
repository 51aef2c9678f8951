"""The order of a timeline."""

from __future__ import annotations

from datetime import date, datetime, timedelta

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
