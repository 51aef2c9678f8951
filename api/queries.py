"""Query parameters, checked: an unknown one is a mistake, not a wish to be ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from flask import Request

from api.problems import Problem

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def known_parameters(request: Request, known: Iterable[str], *, repeatable: Iterable[str] = ()) -> None:
    """Raises a 400 that names the first parameter that is unknown, or given twice and not repeatable."""
    several = set(repeatable)
    allowed = [*known, *several]
    for name, values in request.args.lists():
        if name not in allowed:
            takes = f"it takes {', '.join(allowed)}" if allowed else "it takes none"
            raise Problem(400, f"This address has no parameter {name!r}; {takes}.", name)
        if len(values) > 1 and name not in several:
            raise Problem(400, f"The parameter {name!r} is given {len(values)} times; give it once.", name)


def page_limit(request: Request, default: int, largest: int) -> int:
    """The parameter ``limit``. Raises a 400."""
    given = request.args.get("limit", str(default))
    if not (given.isascii() and given.isdecimal() and 1 <= int(given[:9]) <= largest):
        raise Problem(400, f"The limit is {given[:40]!r}; it must be a whole number from 1 to {largest}.", "limit")
    return int(given)


def number(request: Request, name: str, default: int, largest: int) -> int:
    """A parameter that is a whole number from 1 on. Raises a 400."""
    given = request.args.get(name, str(default))
    if not (given.isascii() and given.isdecimal() and 1 <= int(given[:9]) <= largest):
        raise Problem(400, f"{name!r} is {given[:40]!r}; it must be a whole number from 1 to {largest}.", name)
    return int(given)


def day(request: Request, name: str) -> date | None:
    """A parameter that is a day, ``None`` where it is not given. Raises a 400."""
    given = request.args.get(name)
    if given is None:
        return None
    try:
        return date.fromisoformat(_DAY.fullmatch(given)[0])  # type: ignore[index]
    except (ValueError, TypeError):
        raise Problem(400, f"{name!r} is {given[:40]!r}; it must be a day, such as 2024-09-20.", name) from None
