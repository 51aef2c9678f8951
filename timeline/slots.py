"""Frozen records that are made in little more than the time that plain ones take."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TypeVar

R = TypeVar("R")


def filled(kind: type[R]) -> type[R]:
    """Lets a frozen dataclass fill its slots without the detour through ``object.__setattr__``.

    Its fields are all positional or all by keyword, and have values for defaults, if any.
    """
    told = fields(kind)  # type: ignore[arg-type]
    scope: dict[str, object] = {f"_set_{one.name}": getattr(kind, one.name).__set__ for one in told}
    scope |= {f"_usual_{one.name}": one.default for one in told}
    usual = [one.name + (f"=_usual_{one.name}" if one.default is not MISSING else "") for one in told]
    apart = "*, " if any(one.kw_only for one in told) else ""
    body = "".join(f"    _set_{one.name}(self, {one.name})\n" for one in told)
    exec(f"def __init__(self, {apart}{', '.join(usual)}):\n{body}", scope)  # noqa: S102 - as dataclasses makes its own
    made = scope["__init__"]
    made.__annotations__ = kind.__init__.__annotations__
    kind.__init__ = made  # type: ignore[assignment]
    return kind
