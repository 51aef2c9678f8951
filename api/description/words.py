"""A schema in words, for the page."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from api.problems import Json

_LIMITS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "maxLength": "at most {} characters",
    "maxItems": "at most {} of them",
    "default": "{} unless given",
}


def described(schema: dict[str, Any]) -> Markup:
    """One line, with links to the schemas that it names."""
    if name := _name(schema):
        return Markup('<a href="#{0}">{0}</a>').format(name)
    if choices := schema.get("anyOf"):
        return Markup(" or ").join(described(choice) for choice in choices)
    if schema.get("type") == "array":
        parts = [Markup("list of ") + _entries(schema)]
    elif schema.get("properties"):
        parts = [Markup("object of ") + Markup(", ").join(_field(*field) for field in schema["properties"].items())]
    else:
        parts = [Markup.escape(_kind(schema))]
    limits = (form.format(schema[word]) for word, form in _LIMITS.items() if schema.get(word))
    return Markup(", ").join([*parts, *limits])


def _name(schema: Json) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _entries(schema: dict[str, Any]) -> Markup:
    if "prefixItems" in schema:
        return Markup(", then ").join(described(item) for item in schema["prefixItems"])
    return described(schema["items"])


def _field(name: str, schema: dict[str, Any]) -> Markup:
    return Markup("<code>{}</code> ({})").format(name, described(schema))


def _kind(schema: Json) -> str:
    if isinstance(choices := schema.get("enum"), list):
        return " or ".join(map(str, choices))
    kind = schema.get("format") or schema.get("type") or "anything"
    return " or ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
