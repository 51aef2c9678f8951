"""The shapes of what all resources take and answer, by their names in the description."""

from __future__ import annotations

from api.description.resources import (
    articles,
    densities,
    digests,
    events,
    failures,
    feeds,
    pages,
    rereadings,
    searches,
    streams,
    timelines,
    topics,
    upkeep,
)
from api.description.schemas import TEXT, record, rows
from api.problems import Json

_PROBLEM: dict[str, Json] = {
    "type": TEXT,
    "title": TEXT,
    "status": {"type": "integer", "minimum": 400, "maximum": 599},
    "detail": TEXT,
}

SHAPES: dict[str, Json] = {
    **densities.SHAPES,
    **feeds.SHAPES,
    **articles.SHAPES,
    **pages.SHAPES,
    **topics.SHAPES,
    **events.SHAPES,
    **timelines.SHAPES,
    **searches.SHAPES,
    **digests.SHAPES,
    **rereadings.SHAPES,
    **streams.SHAPES,
    **failures.SHAPES,
    "Problem": record(**_PROBLEM) | {"properties": {**_PROBLEM, "errors": rows(record(field=TEXT, message=TEXT))}},
    **upkeep.SHAPES,
}
