"""Query parameters as the views check them."""

from __future__ import annotations

from typing import Any, NamedTuple

from api.bodies import FIELDS
from api.description.schemas import BOOLEAN, DAY, INSTANT, TEXT, counted, rows, words
from api.digests import DATES, MOST_DATES, MOST_SENTENCES, SENTENCES
from api.documents import EXTENSIONS
from api.problems import Json
from api.selections import GRANULARITIES, LONGEST_SOURCE, ORDERS, STATUSES
from api.settings import LARGEST_PAGE, LONGEST_REASON, PAGE_SIZE
from timeline.search.parsing import LONGEST
from timeline.store import Kind
from timeline.submission import Submission


class Parameter(NamedTuple):
    name: str
    schema: Json
    description: str


_ARTICLE: dict[str, Any] = Submission.model_json_schema()["properties"]


def _given(field: str) -> Json:
    """The schema of an article's field where it is given, in an address: never null."""
    choices: list[Json] = _ARTICLE[field]["anyOf"]
    return next(choice for choice in choices if choice["type"] != "null")


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
SEARCH = (
    QUERY,
    Parameter("kind", rows(words(Kind)), "What to look for, both unless said; may be repeated."),
    *paging(),
)
ARTICLE = (
    *(
        Parameter(name, _given(name), f"As the article's field `{name}`, beside a body of text or HTML.")
        for name in FIELDS
    ),
    Parameter("topic", rows(_ARTICLE["topics"]["items"]), "A topic, beside text, HTML or ninjs; may be repeated."),
)
RETRACTION = (
    Parameter("reason", {**TEXT, "minLength": 1, "maxLength": LONGEST_REASON}, "Why, for those who ask for it later."),
)
REREADING = (
    Parameter("topic", TEXT, "Only its articles: the slug of a topic."),
    Parameter("dry_run", {**BOOLEAN, "default": False}, "Nothing is written, what would change is told."),
)
DIGEST = (
    Parameter("dates", counted(DATES, MOST_DATES), "How many dates, the most important ones."),
    Parameter("sentences", counted(SENTENCES, MOST_SENTENCES), "How many sentences for each."),
    Parameter("from", DAY, "The first day."),
    Parameter("to", DAY, "The last day."),
    Parameter("query", TEXT, "What the sentences should be about."),
)
STREAM = (
    Parameter(
        "since",
        {"type": "integer", "minimum": 0, "maximum": 2**63 - 1},
        "The id of the event after which changes are told; the header `Last-Event-ID` counts more.",
    ),
)
TRAIL = (Parameter("via", TEXT, "The pages before, for the way back."),)
TRAIL = (Parameter("via", TEXT, "The pages before, for the way back."),)
