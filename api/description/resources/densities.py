"""How many of a topic's events lie where in time; with `WINDOW`, what the script of a chronology's page asks for."""

from __future__ import annotations

from api.densities import BINS, MOST_BINS, MOST_MARKS
from api.description.operation import document
from api.description.parameters import SELECTION, Parameter, paging
from api.description.resources.events import BRIEF, STATUS
from api.description.schemas import COUNT, DAY, INSTANT, TEXT, counted, named, or_null, record, rows
from api.problems import Json
from api.settings import WINDOW_SIZE

_DENSITY = (
    Parameter("bins", counted(BINS, MOST_BINS), "The most columns to count in."),
    Parameter(
        "marks",
        {"type": "integer", "minimum": 1, "maximum": MOST_MARKS},
        "Up to how many events each is told by itself as well.",
    ),
)
WINDOW = (
    *paging(WINDOW_SIZE),
    Parameter("before", TEXT, "Where the page after it began; what comes before."),
    Parameter("at", DAY, "From the first event that begins on this day or later."),
)

OPERATIONS = {
    "densities.topic": document("How many of a topic's events lie where in time", "Density", *SELECTION, *_DENSITY),
}

_COUNTS: Json = {"type": "object", "additionalProperties": COUNT, "propertyNames": STATUS}

SHAPES: dict[str, Json] = {
    "Density": record(
        topic=named("Topic"),
        as_of=INSTANT,
        count=COUNT,
        earliest=or_null(DAY),
        latest=or_null(DAY),
        unit=COUNT,
        bins=rows(record(earliest=DAY, latest=DAY, count=COUNT, statuses=_COUNTS)),
        spans=rows(record(earliest=or_null(DAY), latest=or_null(DAY), status=STATUS, count=COUNT)),
        marks=or_null(rows(named("Mark"))),
    ),
    "Mark": record(**BRIEF, words=TEXT),
}
