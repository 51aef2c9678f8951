"""A topic's events in their order."""

from __future__ import annotations

from api.description.operation import formatted
from api.description.parameters import SELECTION, paging
from api.description.resources.events import EVENT, MAYBE
from api.description.schemas import ADDRESS, COUNT, INSTANT, named, or_null, record, rows, words
from api.problems import Json

OPERATIONS = {
    "timelines.timeline": formatted("A topic's events in their order", "Timeline", *SELECTION, *paging()),
    "timelines.written": formatted(
        "The same as a document of the format that its address names", "Timeline", *SELECTION, *paging()
    ),
}

SHAPES: dict[str, Json] = {
    "Timeline": record(
        topic=named("Topic"),
        as_of=INSTANT,
        count=COUNT,
        next=or_null(ADDRESS),
        events=rows(record(MAYBE, **EVENT, url=ADDRESS, order=words(("certain", "open")))),
    ),
}
