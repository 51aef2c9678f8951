"""Searching all topics."""

from __future__ import annotations

from api.description.operation import LINK, Operation, told
from api.description.parameters import QUERY, Parameter, paging
from api.description.schemas import ADDRESS, INSTANT, TEXT, TEXT_OR_NULL, named, or_null, record, rows, words
from api.problems import Json
from timeline.store import Kind

OPERATIONS = {
    "search.hits": Operation(
        summary="Events and articles of all topics that have these words",
        answers={200: told("Found")},
        parameters=(
            QUERY,
            Parameter("kind", rows(words(Kind)), "What to look for, both unless said; may be repeated."),
            *paging(),
        ),
        headers=LINK,
    ),
}

_ARTICLE = record(id=TEXT, title=TEXT, published=INSTANT, publisher=TEXT_OR_NULL, url=TEXT_OR_NULL, status_url=ADDRESS)
_HIT: Json = {
    "anyOf": [
        record(kind=words([Kind.EVENT]), topic=named("Topic"), url=ADDRESS, event=named("Event")),
        record(kind=words([Kind.ARTICLE]), article=_ARTICLE),
    ]
}

SHAPES: dict[str, Json] = {"Found": record(q=TEXT, next=or_null(ADDRESS), hits=rows(_HIT))}
