"""TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html). Its dates have inclusive ends and no zones.

It cannot show what has no date at all: such events are told on the title slide.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape

from timeline import wording
from timeline.edtf import edtf
from timeline.formats.links import Links
from timeline.formats.text import json_bytes, legible, titled
from timeline.formats.times import clocked, first, last
from timeline.model import Event, Timeline, When
from timeline.wording.telling import paragraphs

Json = dict[str, object]
_PARTS = ("year", "month", "day", "hour", "minute", "second")


def written(timeline: Timeline, links: Links) -> bytes:
    slides = [_slide(event, links) for event in timeline.events if _start(event.when)]
    undated = [event for event in timeline.events if not _start(event.when)]
    return json_bytes({"title": _title(timeline, undated, links), "events": slides})


def _start(when: When) -> datetime | None:
    """A date has to be there: the end where the start is open."""
    return first(when) or last(when)


def _title(timeline: Timeline, undated: Iterable[Event], links: Links) -> Json:
    said = [f'<p><a href="{escape(links.page)}">Dateline</a>, {escape(wording.moment(timeline.as_of))}</p>']
    said += [_markup(event, [titled(event.headline), *paragraphs(event)], links) for event in undated]
    return {"text": {"headline": escape(titled(timeline.topic.title)), "text": "".join(said)}}


def _slide(event: Event, links: Links) -> Json:
    when, words = event.when, wording.words(event.when)
    start, end = _start(when), last(when)
    slide: Json = {
        "unique_id": legible(event.id),
        "start_date": start and _date(start, when),
        "display_date": words[:1].upper() + words[1:],
        "group": wording.STATUSES[event.status],
        "text": {"headline": escape(titled(event.headline)), "text": _markup(event, paragraphs(event), links)},
    }
    if start and end and _date(start, when) != _date(end, when):
        slide["end_date"] = _date(end, when)
    return slide


def _date(instant: datetime, when: When) -> Json:
    """No finer than what the interval needs: whole years and months stay years and months."""
    return dict(zip(_PARTS[: _fineness(when)], instant.timetuple(), strict=False))


def _fineness(when: When) -> int:
    place = edtf(when) or ""
    if clocked(when):
        return len(_PARTS)
    return 3 if "/" in place else place.count("-") + 1


def _markup(event: Event, said: Iterable[str], links: Links) -> str:
    """TimelineJS shows HTML: text of articles stays text."""
    lines = [f"<p>{escape(legible(line))}</p>" for line in said]
    return "".join([*lines, f'<p><a href="{escape(links.event(event.id))}">Sources and dates</a></p>'])
