"""Topics, and the saved searches that make them."""

from __future__ import annotations

from pydantic import BaseModel

from api import bodies
from api.definitions import Alteration, Definition, Search
from api.description.operation import Operation, document, told
from api.description.schemas import ADDRESS, COUNT, DAY, TEXT, TEXT_OR_NULL, named, or_null, record, rows
from api.problems import Json

OPERATIONS = {
    "timelines.topics": document("All topics", "Topics"),
    "topics.topic": Operation(
        summary="A topic: its searches, and how far articles are filed anew", answers={200: told("CuratedTopic")}
    ),
    "topics.define": Operation(
        summary="Make a topic, or define it anew, as a saved search",
        answers={200: told("CuratedTopic"), 201: told("CuratedTopic")},
        takes={bodies.JSON: named("Definition")},
        faults=(409, 413, 415, 422),
        headers={"Location": "The topic."},
    ),
    "topics.alter": Operation(
        summary="Rename a topic, change its search, or merge it into another",
        answers={200: told("CuratedTopic")},
        takes={bodies.JSON: named("Alteration")},
        faults=(409, 413, 415, 422),
    ),
    "topics.remove": Operation(summary="Remove a topic; its articles stay", answers={200: told("RemovedTopic")}),
}


def _model(model: type[BaseModel]) -> Json:
    """Its schema, with the ones in it under their own names."""
    schema: Json = model.model_json_schema(by_alias=True, ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    return schema


_TOPIC: dict[str, Json] = {"slug": TEXT, "title": TEXT}
_COUNTED: dict[str, Json] = {**_TOPIC, "count": COUNT, "articles": COUNT}

SHAPES: dict[str, Json] = {
    "Topic": record(**_TOPIC),
    "CuratedTopic": record(
        **_COUNTED,
        searches=rows(record(q=TEXT_OR_NULL, publisher=TEXT_OR_NULL, **{"from": or_null(DAY), "to": or_null(DAY)})),
        refiling=or_null(record(done=COUNT, of=COUNT)),
        timeline_url=ADDRESS,
    ),
    "RemovedTopic": record(slug=TEXT, articles=COUNT, detail=TEXT),
    "Search": Search.model_json_schema(by_alias=True),
    "Definition": _model(Definition),
    "Alteration": _model(Alteration),
    "Topics": record(topics=rows(record(**_COUNTED, earliest=or_null(DAY), latest=or_null(DAY), timeline_url=ADDRESS))),
}
