"""Query parameters, checked: an unknown one is a mistake, not a wish to be ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from flask import Request

from api.problems import Problem
from api.settings import LONGEST_REASON

AHEAD = timedelta(minutes=5)
"""How far another's clock may be ahead of this one's."""
_DIGITS = 9
_FOREIGN = re.compile(r"utm_\w+|(?:fb|g|d|tw|y)clid|msclkid|igshid|(?:g|w)braid|mc_[ce]id|_hs\w+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def foreign(name: str) -> bool:
    """Whether it is what mail programs and other sites add to the links that they show."""
    return _FOREIGN.fullmatch(name) is not None


def known_parameters(
    request: Request, known: Iterable[str], *, repeatable: Iterable[str] = (), linked: bool = False
) -> None:
    """Raises a 400 that names the first parameter that is unknown, or given twice and not repeatable. What is
    ``linked`` by others may have `foreign` ones."""
    several = set(repeatable)
    allowed = [*known, *several]
    for name, values in request.args.lists():
        if linked and foreign(name):
            continue
        if name not in allowed:
            takes = f"it takes {', '.join(allowed)}" if allowed else "it takes none"
            raise Problem(400, f"This address has no parameter {name!r}; {takes}.", name)
        if len(values) > 1 and name not in several:
            raise Problem(400, f"The parameter {name!r} is given {len(values)} times; give it once.", name)


def page_limit(request: Request, default: int, largest: int) -> int:
    """The parameter ``limit``. Raises a 400."""
    given = request.args.get("limit", str(default))
    found = _up_to(largest, given)
    if found is None:
        raise Problem(400, f"The limit is {given[:40]!r}; it must be a whole number from 1 to {largest}.", "limit")
    return found


def number(request: Request, name: str, default: int, largest: int) -> int:
    """A parameter that is a whole number from 1 on. Raises a 400."""
    given = request.args.get(name, str(default))
    found = _up_to(largest, given)
    if found is None:
        raise Problem(400, f"{name!r} is {given[:40]!r}; it must be a whole number from 1 to {largest}.", name)
    return found


def _up_to(largest: int, given: str) -> int | None:
    """The whole number from 1 on that is written; ``None`` for anything else."""
    known = given.isascii() and given.isdecimal() and len(given) <= _DIGITS and 1 <= int(given) <= largest
    return int(given) if known else None


def reason(request: Request) -> str | None:
    """The parameter ``reason`` as one line, ``None`` where it is not given. Raises a 400."""
    given = request.args.get("reason")
    if given is None:
        return None
    told = " ".join(given.split())
    if not 0 < len(told) <= LONGEST_REASON:
        wrong = f"has {len(told)} characters; it may have up to {LONGEST_REASON}" if told else "is empty; leave it out"
        raise Problem(400, f"The reason {wrong}.", "reason")
    return told


def day(request: Request, name: str) -> date | None:
    """A parameter that is a day, ``None`` where it is not given. Raises a 400."""
    given = request.args.get(name)
    if given is None:
        return None
    found = written_day(given)
    if found is None:
        raise Problem(400, f"{name!r} is {given[:40]!r}; it must be a day, such as 2024-09-20.", name)
    return found


def written_day(given: str) -> date | None:
    """The day that is written like 2024-09-20; ``None`` for anything else."""
    try:
        return date.fromisoformat(given) if _DAY.fullmatch(given) else None
    except ValueError:
        return None


def past(request: Request, name: str) -> datetime | None:
    """A parameter that is a moment with its offset, or a day, of which UTC's end is meant; today is over soon enough.

    ``None`` where it is not given. Raises a 400, for the future too. A plus sign that stands in an address as it is
    arrives as a space.
    """
    given = request.args.get(name)
    if given is None:
        return None
    found = _day_or_moment(given.replace(" ", "+"))
    if found is None:
        example = "2024-09-20T17:01:00+01:00, or a day, such as 2024-09-20"
        raise Problem(400, f"{name!r} is {given[:40]!r}; it must be a moment with its offset, such as {example}.", name)
    now = datetime.now(UTC)
    if (found > now + AHEAD) if isinstance(found, datetime) else (found > now.date()):
        raise Problem(400, f"{name!r} is {given[:40]!r}, which is still to come; nobody knows yet.", name)
    return found if isinstance(found, datetime) else datetime.combine(found, time.max, UTC)


def _day_or_moment(given: str) -> date | datetime | None:
    if found := written_day(given):
        return found
    try:
        moment = datetime.fromisoformat(given)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def whole(request: Request, name: str) -> int | None:
    """A parameter that is a number from 1 on, ``None`` where it is not given. Raises a 400."""
    given = request.args.get(name)
    if given is None:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) <= 18 and int(given)):
        raise Problem(400, f"{name!r} is {given[:40]!r}; it must be a number, as `next` has it.", name)
    return int(given)
