"""Changes of a topic as they happen."""

from __future__ import annotations

from api.description.operation import Operation
from api.description.parameters import Parameter
from api.description.schemas import TEXT, named, record
from api.problems import Json

_SINCE = Parameter(
    "since",
    {"type": "integer", "minimum": 0, "maximum": 2**63 - 1},
    "The id of the event after which changes are told; the header `Last-Event-ID` counts more.",
)

OPERATIONS = {
    "streams.changes": Operation(
        summary="Changes of a topic as they happen, as server-sent events",
        answers={200: {"text/event-stream": named("Change")}},
        parameters=(_SINCE,),
    ),
}

SHAPES: dict[str, Json] = {
    "Change": record(data=TEXT) | {"description": "One server-sent event; `data` is JSON."},
}
