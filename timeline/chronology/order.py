"""The order of a timeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from timeline.interval import Interval
from timeline.model import Event, Order, Timeline
from timeline.remembering import Runs, middle

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


def certain(timeline: Timeline) -> Sequence[bool]:
    """Of each event, whether it stands where it does for sure: what comes before it is over when it begins."""
    mark = middle(timeline.events), timeline.order, timeline.before
    columns = timeline.events, (None, *timeline.events[:-1])
    return _certain.each(mark, columns, lambda places: [_sure(timeline, at) for at in places])


def _sure(timeline: Timeline, at: int) -> bool:
    before = _time(timeline.events[at - 1]) if at else timeline.before
    if before is None:
        return True
    here = _time(timeline.events[at])
    first, then = (here, before) if timeline.order is Order.DESC else (before, here)
    return bool(first.end and then.start and first.end <= then.start)


def _time(event: Event) -> Interval:
    return event.when.interval or _OPEN


_certain = Runs[bool]()
