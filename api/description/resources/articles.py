"""Articles: handed in, asked for, withdrawn; and what each told before."""

from __future__ import annotations

from typing import Any

from api import bodies
from api.description.operation import LINK, UNCHANGED, Operation, document, told
from api.description.parameters import Parameter, paging
from api.description.schemas import (
    ADDRESS,
    COUNT,
    INSTANT,
    TEXT,
    TEXT_OR_NULL,
    named,
    or_null,
    record,
    rows,
    words,
)
from api.problems import Json
from api.replies import JSON
from api.settings import LONGEST_REASON, MOST_VERSIONS
from timeline.progress import State
from timeline.store import Ending
from timeline.submission import Submission

_SUBMISSION: dict[str, Any] = Submission.model_json_schema()["properties"]


def _given(field: str) -> Json:
    """The schema of an article's field where it is given, in an address: never null."""
    choices: list[Json] = _SUBMISSION[field]["anyOf"]
    return next(choice for choice in choices if choice["type"] != "null")


_ARTICLE = (
    *(
        Parameter(name, _given(name), f"As the article's field `{name}`, beside a body of text or HTML.")
        for name in bodies.FIELDS
    ),
    Parameter("topic", rows(_SUBMISSION["topics"]["items"]), "A topic, beside text, HTML or ninjs; may be repeated."),
)
_RETRACTION = (
    Parameter("reason", {**TEXT, "minLength": 1, "maxLength": LONGEST_REASON}, "Why, for those who ask for it later."),
)
_NDJSON: Json = {"description": "Articles as JSON, one a line, each as for application/json."}
_NINJS: Json = {"type": "object", "description": "An item of IPTC ninjs, version 1, 2 or 3."}

OPERATIONS = {
    "articles.submit": Operation(
        summary="Take in one article, or several, one a line",
        answers={202: {JSON: {"anyOf": [named("Receipt"), named("Receipts")]}}},
        parameters=_ARTICLE,
        takes={
            bodies.JSON: named("Submission"),
            bodies.NDJSON: _NDJSON,
            bodies.NINJS: _NINJS,
            bodies.TEXT: TEXT,
            bodies.HTML: TEXT,
        },
        faults=(413, 415, 422),
        headers={"Location": "Where to see how far the article is; not for several."},
    ),
    "articles.article": document("How far an article is, and its events", "Article"),
    "articles.withdraw": Operation(
        summary="Withdraw an article: it tells nothing any more, until it is sent again",
        answers={200: told("Article")},
        parameters=_RETRACTION,
    ),
    "versions.listed": document(
        "What an article tells and told, the newest version first",
        "Versions",
        *paging(MOST_VERSIONS, MOST_VERSIONS),
        headers=LINK,
    ),
    "articles.timeml": Operation(
        summary="An article with its time expressions, as TimeML",
        answers={200: {"application/xml": TEXT}, 304: UNCHANGED},
        faults=(409,),
    ),
}

FAILURE = or_null(record(reason=TEXT, reference=TEXT_OR_NULL))
_RECEIPT: dict[str, Json] = {"id": TEXT, "state": words([State.QUEUED]), "status_url": ADDRESS}
_VERSION: dict[str, Json] = {
    "number": COUNT,
    "since": INSTANT,
    "until": or_null(INSTANT),
    "ended": or_null(words(Ending)),
    "reason": TEXT_OR_NULL,
    "reading": TEXT_OR_NULL,
    "title": TEXT_OR_NULL,
    "published": TEXT_OR_NULL,
    "topics": rows(named("Topic")),
    "events": COUNT,
}

SHAPES: dict[str, Json] = {
    "Submission": Submission.model_json_schema(ref_template="#/components/schemas/{model}"),
    "Receipt": record(**_RECEIPT),
    "Receipts": rows(
        {"anyOf": [record(line=COUNT, **_RECEIPT), record(line=COUNT, error=named("Problem"))]},
    ),
    "Article": record(
        id=TEXT,
        state=words(State),
        status_url=ADDRESS,
        title=TEXT_OR_NULL,
        published=TEXT_OR_NULL,
        url=TEXT_OR_NULL,
        publisher=TEXT_OR_NULL,
        topics=rows(named("Topic")),
        received=INSTANT,
        failure=FAILURE,
        withdrawn=or_null(record(at=INSTANT, reason=TEXT_OR_NULL)),
        reading=TEXT_OR_NULL,
        text=TEXT_OR_NULL,
        events=rows(named("Event")),
        impossible=rows(record(start=COUNT, end=COUNT, text=TEXT, why=TEXT)),
    ),
    "Versions": record(id=TEXT, versions=rows(record(**_VERSION)), next=or_null(ADDRESS)),
}
