"""CSV for spreadsheets: one event a row, UTF-8 with a mark by which they know it."""

from __future__ import annotations

from codecs import BOM_UTF8

from timeline import wording
from timeline.formats.cells import table
from timeline.formats.links import Links
from timeline.formats.text import titled
from timeline.formats.times import first_told, last_told, placed
from timeline.model import Event, Timeline

COLUMNS = (
    *("id", "headline", "status", "earliest", "latest", "granularity", "approximate", "edtf", "when", "words"),
    *("importance", "voices", "conflict", "life", "sources", "publishers", "first_told", "last_told", "quote", "url"),
)


def written(timeline: Timeline, links: Links) -> bytes:
    return BOM_UTF8 + table((_row(event, timeline, links) for event in timeline.events), COLUMNS)


def _row(event: Event, timeline: Timeline, links: Links) -> dict[str, object]:
    return {
        "id": event.id,
        "headline": titled(event.headline),
        **placed(event),
        "when": wording.words(event.when),
        "words": event.when.text,
        "importance": event.importance,
        "voices": event.voices,
        "conflict": bool(event.accounts),
        "life": " ".join(step.stage.value for step in event.life),
        "sources": len(event.sources),
        "publishers": "; ".join(dict.fromkeys(source.publisher or "" for source in event.sources)),
        "first_told": first_told(event, timeline).isoformat(),
        "last_told": last_told(event, timeline).isoformat(),
        "quote": event.sources[0].quote if event.sources else "",
        "url": links.event(event.id),
    }
