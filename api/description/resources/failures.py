"""Articles that failed."""

from __future__ import annotations

from api.description.operation import Operation, told
from api.description.parameters import paging
from api.description.resources.articles import FAILURE
from api.description.schemas import ADDRESS, COUNT, INSTANT, TEXT, TEXT_OR_NULL, or_null, record, rows
from api.problems import Json

OPERATIONS = {
    "failures.listed": Operation(
        summary="Articles that failed, the oldest first",
        answers={200: told("Failures")},
        parameters=paging(),
        faults=(404, 409),
    ),
    "failures.failure": Operation(
        summary="Why an article failed, and what was submitted", answers={200: told("Failure")}, faults=(409,)
    ),
    "failures.retry": Operation(
        summary="Read a failed article once more", answers={202: told("Receipt")}, faults=(409, 422)
    ),
    "failures.drop": Operation(summary="Forget a failure", answers={204: {}}, faults=(409,)),
}

_FAILED: dict[str, Json] = {
    "id": TEXT,
    "status_url": ADDRESS,
    "received": INSTANT,
    "title": TEXT_OR_NULL,
    "url": TEXT_OR_NULL,
    "failure": FAILURE,
}

SHAPES: dict[str, Json] = {
    "Failures": record(count=COUNT, failures=rows(record(**_FAILED)), next=or_null(ADDRESS)),
    "Failure": record(**_FAILED, submission={"type": "object"}),
}
