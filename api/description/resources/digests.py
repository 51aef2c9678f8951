"""A topic's most important dates."""

from __future__ import annotations

from api.description.operation import document
from api.description.parameters import Parameter
from api.description.schemas import COUNT, DAY, INSTANT, TEXT, counted, named, record, rows
from api.digests import DATES, MOST_DATES, MOST_SENTENCES, SENTENCES
from api.problems import Json

DIGEST = (
    Parameter("dates", counted(DATES, MOST_DATES), "How many dates, the most important ones."),
    Parameter("sentences", counted(SENTENCES, MOST_SENTENCES), "How many sentences for each."),
    Parameter("from", DAY, "The first day."),
    Parameter("to", DAY, "The last day."),
    Parameter("query", TEXT, "What the sentences should be about."),
)

OPERATIONS = {"digests.topic": document("A topic's most important dates", "Digest", *DIGEST)}

SHAPES: dict[str, Json] = {
    "Digest": record(
        topic=named("Topic"),
        as_of=INSTANT,
        articles=COUNT,
        digest=rows({"type": "array", "prefixItems": [DAY, rows(TEXT)], "minItems": 2, "maxItems": 2}),
        sources=rows(rows(named("Source"))),
    ),
}
