"""What meanings are made of."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

_known: dict[type, tuple[str, ...]] = {}


def parts(kind: type) -> tuple[str, ...]:
    """The names of the parts that may be expressions; a length, a set and a vague reach have none."""
    found = _known.get(kind)
    if found is None:
        told = fields(kind) if is_dataclass(kind) else ()
        found = _known[kind] = tuple([field.name for field in told if "Expression" in str(field.type)])
    return found
