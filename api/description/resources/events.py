"""Events: what happened, when, and who told it."""

from __future__ import annotations

from api.description.operation import formatted
from api.description.schemas import (
    ADDRESS,
    BOOLEAN,
    COUNT,
    INSTANT,
    MOMENT,
    TEXT,
    TEXT_OR_NULL,
    named,
    or_null,
    record,
    rows,
    words,
)
from api.problems import Json
from timeline.interval import Granularity
from timeline.model import Grounds, Stage, Status

OPERATIONS = {
    "events.event": formatted("One event of a topic", "TopicEvent", moving=True),
    "events.written": formatted("The same in the format that its address names", "TopicEvent", moving=True),
}

STATUS = words(Status)
_EXTENT: dict[str, Json] = {
    "earliest": MOMENT,
    "latest": MOMENT,
    "granularity": words(granularity.word for granularity in Granularity),
    "approximate": BOOLEAN,
}
BRIEF: dict[str, Json] = {"id": TEXT, "headline": TEXT, "status": STATUS, **_EXTENT}
"""What lists tell of an event where it is not told whole."""
_SOURCES = rows(named("Source"))
EVENT: dict[str, Json] = {
    "id": TEXT,
    "headline": TEXT,
    "status": STATUS,
    "when": named("When"),
    "sources": _SOURCES,
    "importance": {"type": "number", "minimum": 0},
    "reason": or_null(record(cue=TEXT, words=TEXT)),
    "grounds": words(Grounds),
    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    "participants": rows(TEXT),
    "places": rows(TEXT),
    "voices": COUNT,
    "conflict": BOOLEAN,
    "accounts": rows(record(status=STATUS, when=named("When"), sources=_SOURCES)),
    "life": rows(named("Step")),
}
MAYBE: dict[str, Json] = {
    "damaged": {"const": True, "description": "What was stored of it cannot be read; only its place is known."},
}

SHAPES: dict[str, Json] = {
    "When": record(
        **_EXTENT,
        edtf=TEXT_OR_NULL,
        text=TEXT,
        timex=record(type=words(("DATE", "TIME", "DURATION", "SET")), value=TEXT, mod=TEXT_OR_NULL),
        anchor=TEXT_OR_NULL,
        explanation=TEXT,
    ),
    "Source": record(
        article=TEXT,
        title=TEXT,
        url=TEXT_OR_NULL,
        publisher=TEXT_OR_NULL,
        published=TEXT,
        quote=TEXT,
        start=COUNT,
        end=COUNT,
    ),
    "Step": record(
        stage=words(Stage),
        earliest=MOMENT,
        latest=MOMENT,
        article=TEXT_OR_NULL,
        publisher=TEXT_OR_NULL,
        published=TEXT_OR_NULL,
    ),
    "Event": record(MAYBE, **EVENT),
    "TopicEvent": record(MAYBE, **EVENT, url=ADDRESS, topic=named("Topic"), as_of=INSTANT),
}
