"""JSON Schema (2020-12), written short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from api.problems import Json

TEXT: Json = {"type": "string"}
TEXT_OR_NULL: Json = {"type": ["string", "null"]}
COUNT: Json = {"type": "integer", "minimum": 0}
BOOLEAN: Json = {"type": "boolean"}
INSTANT: Json = {"type": "string", "format": "date-time"}
DAY: Json = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
ADDRESS: Json = {"type": "string", "format": "uri-reference"}
MOMENT: Json = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d)?)?$",
    "description": "A day, or an instant where a clock time is known; null where that end is open. Inclusive.",
}


def record(optional: Mapping[str, Json] = MappingProxyType({}), /, **fields: Json) -> Json:
    """An object which has all of these fields, and may have the optional ones."""
    return {"type": "object", "properties": {**fields, **optional}, "required": list(fields)}


def rows(items: Json) -> Json:
    return {"type": "array", "items": items}


def words(choices: Iterable[str]) -> Json:
    return {"type": "string", "enum": list(choices)}


def named(name: str) -> Json:
    """A schema of the document's own."""
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def counted(default: int, largest: int) -> Json:
    return {"type": "integer", "minimum": 1, "maximum": largest, "default": default}
