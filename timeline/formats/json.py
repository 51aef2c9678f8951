"""The JSON of the HTTP contract: everything that is known."""

from __future__ import annotations

from collections.abc import Callable

import orjson

from timeline.chronology import certain
from timeline.formats.links import Links
from timeline.formats.text import json_bytes
from timeline.model import Event, Timeline
from timeline.remembering import Remembering
from timeline.wire import Json, event_json

_REMEMBERED = 2000


def written(timeline: Timeline, links: Links) -> bytes:
    """An event that was written before, in the same place, is not written again."""
    sure = certain(timeline)
    page: Json = {
        "topic": {"slug": timeline.topic.slug, "title": timeline.topic.title},
        "as_of": timeline.as_of.isoformat(),
        "count": timeline.count,
        "next": links.next,
    }
    try:
        # All of these addresses begin alike.
        events = _fragment.each(timeline.events, sure, alike=(links.record("0"),), record=links.record)
        return orjson.dumps(page | {"events": events}, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:  # a lone surrogate: the page is written in escapes as a whole
        told = [_told(*each, links.record) for each in zip(timeline.events, sure, strict=True)]
        return json_bytes(page | {"events": told})


def _told(event: Event, sure: bool, record: Callable[[str], str]) -> Json:
    return event_json(event) | {"order": "certain" if sure else "open", "url": record(event.id)}


def _written(event: Event, sure: bool, _: str, *, record: Callable[[str], str]) -> orjson.Fragment:
    return orjson.Fragment(orjson.dumps(_told(event, sure, record)))


_fragment = Remembering(_written, _REMEMBERED)
