"""The JSON of the HTTP contract: everything that is known."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from timeline.chronology import certain
from timeline.formats.links import Links
from timeline.formats.text import json_bytes
from timeline.interval import Interval
from timeline.model import Event, Order, Timeline
from timeline.remembering import Remembering
from timeline.wire import Json, event_json

_REMEMBERED = 2000
_OPEN = Interval(None, None)


def written(timeline: Timeline, links: Links) -> bytes:
    """An event that was written before, in the same place, is not written again."""
    ordered = list(_ordered(timeline, links))
    page: Json = {
        "topic": {"slug": timeline.topic.slug, "title": timeline.topic.title},
        "as_of": timeline.as_of.isoformat(),
        "count": timeline.count,
        "next": links.next,
    }
    try:
        events = [_fragment(*each) for each in ordered]
        return orjson.dumps(page | {"events": events}, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:  # a lone surrogate: the page is written in escapes as a whole
        return json_bytes(page | {"events": [_told(*each) for each in ordered]})


def _ordered(timeline: Timeline, links: Links) -> Iterator[tuple[Event, bool, str]]:
    """The events, each with whether it stands where it does for sure, or the times leave open which of it and the one
    told before it came first, and with its address."""
    before, back = timeline.before, timeline.order is Order.DESC
    for event in timeline.events:
        yield event, certain(before, event, back=back), links.record(event.id)
        before = event.when.interval or _OPEN


def _told(event: Event, sure: bool, url: str) -> Json:
    return event_json(event) | {"order": "certain" if sure else "open", "url": url}


def _written(event: Event, sure: bool, url: str) -> orjson.Fragment:
    return orjson.Fragment(orjson.dumps(_told(event, sure, url)))


_fragment = Remembering(_written, _REMEMBERED)
