"""Query parameters, as the views of several resources check them."""

from __future__ import annotations

from typing import NamedTuple

from api.description.schemas import DAY, INSTANT, TEXT, counted, rows, words
from api.documents import EXTENSIONS
from api.problems import Json
from api.selections import GRANULARITIES, LONGEST_SOURCE, ORDERS, STATUSES
from api.settings import LARGEST_PAGE, PAGE_SIZE
from timeline.search.parsing import LONGEST


class Parameter(NamedTuple):
    name: str
    schema: Json
    description: str


IN_PATH: dict[str, Json] = {"extension": words(EXTENSIONS)}
"""What may stand in addresses where not any text may."""


def paging(default: int = PAGE_SIZE, largest: int = LARGEST_PAGE) -> tuple[Parameter, ...]:
    """Of lists whose pages have ``default`` entries unless asked otherwise."""
    return (
        Parameter(
            "limit",
            counted(default, largest),
            "The entries of a page; a timeline that is no JSON has the most unless given.",
        ),
        Parameter("after", TEXT, "Where the page before ended, as its `next` says."),
    )


QUERY = Parameter(
    "q",
    {**TEXT, "minLength": 1, "maxLength": LONGEST},
    'Words, "phrases", AND, OR, NOT, -without, begin* and parentheses.',
)
SOURCE: Json = {**TEXT, "minLength": 1, "maxLength": LONGEST_SOURCE}
SELECTION = (
    Parameter("from", DAY, "The first day: events whose time may reach into what comes after."),
    Parameter("to", DAY, "The last day: events whose time may begin by then."),
    Parameter(
        "as_of",
        {"anyOf": [DAY, INSTANT]},
        "The timeline as it was known then, by when articles came in: a moment with its offset, or the end of a day.",
    ),
    Parameter("status", rows(words(STATUSES)), "One of the statuses wanted; may be repeated."),
    Parameter("granularity", rows(words(GRANULARITIES)), "How fine the time is told; may be repeated."),
    Parameter("min_importance", {"type": "number", "minimum": 0, "maximum": 1}, "The least importance wanted."),
    Parameter("source", SOURCE, "A publisher, whatever its case, or the id of an article, among the sources."),
    QUERY,
    Parameter("order", words(ORDERS), "`desc` tells the last events first."),
)
