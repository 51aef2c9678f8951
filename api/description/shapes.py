"""The shapes of what all resources take and answer, by their names in the description."""

from __future__ import annotations

from api.description.resources import RESOURCES
from api.description.schemas import TEXT, record, rows
from api.problems import Json

_PROBLEM: dict[str, Json] = {
    "type": TEXT,
    "title": TEXT,
    "status": {"type": "integer", "minimum": 400, "maximum": 599},
    "detail": TEXT,
}

SHAPES: dict[str, Json] = {
    **{name: shape for resource in RESOURCES for name, shape in resource.SHAPES.items()},
    "Problem": record(**_PROBLEM) | {"properties": {**_PROBLEM, "errors": rows(record(field=TEXT, message=TEXT))}},
}
