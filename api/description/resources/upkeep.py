"""What those who run the API ask it, and its description."""

from __future__ import annotations

from api.description.operation import UNCHANGED, Operation, told
from api.description.schemas import TEXT, record
from api.problems import Json
from api.replies import JSON

OPERATIONS = {
    "description.openapi": Operation(
        summary="This description", answers={200: {JSON: {"type": "object"}}, 304: UNCHANGED}
    ),
    "health.alive": Operation(summary="Whether the API lives", answers={200: told("Health")}, fixed=False),
    "health.ready": Operation(
        summary="Whether broker and store can be reached", answers={200: told("Health")}, faults=(503,), fixed=False
    ),
    "metrics.figures": Operation(summary="Figures for Prometheus", answers={200: {"text/plain": TEXT}}, fixed=False),
}

SHAPES: dict[str, Json] = {"Health": record(status=TEXT)}
