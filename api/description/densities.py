"""Parameters and shapes of what the script of a chronology's page asks for."""

from __future__ import annotations

from api.densities import BINS, MOST_BINS, MOST_MARKS
from api.description.parameters import Parameter, paging
from api.description.schemas import (
    BOOLEAN,
    COUNT,
    DAY,
    INSTANT,
    MOMENT,
    TEXT,
    counted,
    named,
    or_null,
    record,
    rows,
    words,
)
from api.problems import Json
from api.settings import WINDOW_SIZE
from timeline.interval import Granularity
from timeline.model import Status

DENSITY = (
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

_STATUS = words(Status)
_COUNTS: Json = {"type": "object", "additionalProperties": COUNT, "propertyNames": _STATUS}
DENSITIES: dict[str, Json] = {
    "Density": record(
        topic=named("Topic"),
        as_of=INSTANT,
        count=COUNT,
        earliest=or_null(DAY),
        latest=or_null(DAY),
        unit=COUNT,
        bins=rows(record(earliest=DAY, latest=DAY, count=COUNT, statuses=_COUNTS)),
        spans=rows(record(earliest=or_null(DAY), latest=or_null(DAY), status=_STATUS, count=COUNT)),
        marks=or_null(rows(named("Mark"))),
    ),
    "Mark": record(
        id=TEXT,
        headline=TEXT,
        status=_STATUS,
        earliest=MOMENT,
        latest=MOMENT,
        granularity=words(granularity.word for granularity in Granularity),
        approximate=BOOLEAN,
        words=TEXT,
    ),
}
