"""CSV as Timesketch takes it in: ``message``, ``datetime`` and ``timestamp_desc``, and what else is known.

Its events are instants: the moment is the first at which the event can have been, and ``timestamp_desc`` says so.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from timeline import wording
from timeline.formats.cells import table
from timeline.formats.links import Links
from timeline.formats.text import titled
from timeline.formats.times import clocked, first, first_told, last, placed, utc
from timeline.model import Event, Timeline

COLUMNS = (
    *("message", "datetime", "timestamp_desc", "status", "earliest", "latest", "granularity", "approximate", "edtf"),
    *("when", "event_id", "voices", "publishers", "quote", "url"),
)


class _Moment(NamedTuple):
    instant: datetime
    meaning: str


def written(timeline: Timeline, links: Links) -> bytes:
    return table((_row(event, timeline, links) for event in timeline.events), COLUMNS)


def _row(event: Event, timeline: Timeline, links: Links) -> dict[str, object]:
    moment = _moment(event, timeline)
    return {
        "message": titled(event.headline),
        "datetime": moment.instant.isoformat(),
        "timestamp_desc": moment.meaning,
        **placed(event),
        "when": wording.words(event.when),
        "event_id": event.id,
        "voices": event.voices,
        "publishers": "; ".join(dict.fromkeys(source.publisher or "" for source in event.sources)),
        "quote": event.sources[0].quote if event.sources else "",
        "url": links.event(event.id),
    }


def _moment(event: Event, timeline: Timeline) -> _Moment:
    start, end = first(event.when), last(event.when)
    if start is None and end is None:
        return _Moment(first_told(event, timeline), "First Report, Event Time Unknown")
    if start is None and end is not None:
        return _Moment(_zoned(end, event), "Latest Possible Event Time")
    if start is not None and start == end and clocked(event.when):
        return _Moment(_zoned(start, event), "Event Time")
    return _Moment(_zoned(start or datetime.min, event), "Earliest Possible Event Time")


def _zoned(instant: datetime, event: Event) -> datetime:
    """In UTC, by the clock of its first publisher where the event's own zone is not known."""
    published = event.sources[0].published.utcoffset() if event.sources else None
    offset = event.when.offset if event.when.offset is not None else (published or timedelta()) // timedelta(minutes=1)
    moment = utc(instant, offset)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
