"""An event's times as notations need them: inclusive and exclusive ends, days or moments, and when it was told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from timeline.edtf import edtf
from timeline.interval import Granularity
from timeline.model import Event, Timeline, When
from timeline.wire import earliest, latest

_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)


def clocked(when: When) -> bool:
    """Whether a clock time is known, and not only days."""
    return when.granularity < Granularity.DAYPART


def first(when: When) -> datetime | None:
    """The first second, on the publisher's clock; ``None`` for an open start, and what has no place on the calendar."""
    return None if when.interval is None else when.interval.start


def last(when: When) -> datetime | None:
    """The last second, inclusive; ``None`` for an open end, and what has no place on the calendar."""
    if when.interval is None or when.interval.end is None:
        return None
    end = max(when.interval.end - _SECOND, datetime.min) if when.interval.end > datetime.min else datetime.min
    return max(end, when.interval.start) if when.interval.start is not None else end


def day_after(instant: datetime) -> date:
    """The exclusive end of days whose last one this is; the calendar's last day is its own end."""
    return date.max if instant.date() == date.max else instant.date() + _DAY


def utc(instant: datetime, offset: int | None) -> datetime:
    """The moment in UTC where the ``offset`` in minutes is known; else the clock's time without a zone."""
    if offset is None:
        return instant
    try:
        return instant.replace(tzinfo=timezone(timedelta(minutes=offset))).astimezone(UTC)
    except OverflowError:  # at the calendar's ends
        return instant


def placed(event: Event) -> dict[str, object]:
    """Status and time under the names that formats share; the ends are inclusive."""
    return {
        "status": event.status.value,
        "earliest": earliest(event.when),
        "latest": latest(event.when),
        "granularity": event.when.granularity.word,
        "approximate": event.when.approximate,
        "edtf": edtf(event.when),
    }


def first_told(event: Event, timeline: Timeline) -> datetime:
    """In UTC: when its first source was published; the timeline's own time where it has none."""
    return min((source.published for source in event.sources), default=timeline.as_of).astimezone(UTC)


def last_told(event: Event, timeline: Timeline) -> datetime:
    """In UTC: when its newest source was published."""
    return max((source.published for source in event.sources), default=timeline.as_of).astimezone(UTC)


def newest_first(timeline: Timeline) -> list[Event]:
    """As feeds have it: what was told last comes first."""
    return sorted(timeline.events, key=lambda event: last_told(event, timeline), reverse=True)
