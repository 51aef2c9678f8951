"""The JSON of the HTTP contract: everything that is known."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.chronology import certain
from timeline.formats.links import Links
from timeline.formats.text import json_bytes
from timeline.interval import Interval
from timeline.model import Order, Timeline
from timeline.wire import Json, event_json


def written(timeline: Timeline, links: Links) -> bytes:
    return json_bytes(
        {
            "topic": {"slug": timeline.topic.slug, "title": timeline.topic.title},
            "as_of": timeline.as_of.isoformat(),
            "count": timeline.count,
            "next": links.next,
            "events": list(_ordered(timeline, links)),
        }
    )


def _ordered(timeline: Timeline, links: Links) -> Iterator[Json]:
    """The events, each with whether it stands where it does for sure, or the times leave open which of it and the one
    told before it came first."""
    before = timeline.before
    for event in timeline.events:
        sure = certain(before, event, back=timeline.order is Order.DESC)
        yield event_json(event) | {"order": "certain" if sure else "open", "url": links.record(event.id)}
        before = event.when.interval or Interval(None, None)
