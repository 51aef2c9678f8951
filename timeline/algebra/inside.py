"""What meanings are made of."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from timeline.algebra.meaning import Every, Period, Reach

_known: dict[type, tuple[str, ...]] = {}


def parts(kind: type) -> tuple[str, ...]:
    """The names of the parts that may be expressions; a length, a set and a vague reach have none."""
    found = _known.get(kind)
    if found is None:
        whole = not is_dataclass(kind) or issubclass(kind, Period | Every | Reach)
        found = _known[kind] = () if whole else tuple([field.name for field in fields(kind)])
    return found
