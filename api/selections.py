"""The parameters that select events of a topic, for everything that tells a timeline."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from flask import Request

from api.problems import Problem
from api.queries import day, known_parameters, past
from timeline.interval import Granularity
from timeline.model import Order, Status
from timeline.search import BadQuery, Query, query
from timeline.selection import Contradiction, Selection

ONCE = ("from", "to", "min_importance", "source", "q", "as_of", "order")
REPEATABLE = ("status", "granularity")
LONGEST_SOURCE = 200
STATUSES = {status.value: status for status in Status}
GRANULARITIES = {granularity.word: granularity for granularity in Granularity}
ORDERS = {order.value: order for order in Order}

Choice = TypeVar("Choice", bound=Enum)


def selection(request: Request, *others: str) -> Selection:
    """What the parameters select, which may stand beside ``others``. Raises a 400 that names the first one at fault."""
    known_parameters(request, (*ONCE, *others), repeatable=REPEATABLE)
    try:
        return Selection(
            first=day(request, "from"),
            last=day(request, "to"),
            statuses=_chosen(request, "status", STATUSES),
            granularities=_chosen(request, "granularity", GRANULARITIES),
            min_importance=_importance(request),
            source=_source(request),
            query=searched(request),
            as_of=past(request, "as_of"),
            order=next(iter(_chosen(request, "order", ORDERS)), Order.ASC),
        )
    except Contradiction as fault:
        raise Problem(400, str(fault), "from", "to") from None


def searched(request: Request) -> Query | None:
    """The parameter ``q``, ``None`` where it is not given. Raises a 400."""
    given = request.args.get("q")
    try:
        return None if given is None else query(given)
    except BadQuery as fault:
        raise Problem(400, f"'q' cannot be looked for. {fault}", "q") from None


def _chosen(request: Request, name: str, choices: Mapping[str, Choice]) -> frozenset[Choice]:
    given = request.args.getlist(name)
    if wrong := [word for word in given if word not in choices]:
        raise Problem(400, f"{name!r} is {wrong[0][:40]!r}; it must be one of {', '.join(choices)}.", name)
    return frozenset(choices[word] for word in given)


def _importance(request: Request) -> float:
    given = request.args.get("min_importance", "0")
    try:
        found = float(given) if given.isascii() and "_" not in given and given.strip() == given else -1.0
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise Problem(
            400, f"'min_importance' is {given[:40]!r}; it must be a number from 0 to 1, such as 0.4.", "min_importance"
        )
    return found


def _source(request: Request) -> str | None:
    given = request.args.get("source")
    if given is not None and not 0 < len(given.strip()) <= LONGEST_SOURCE:
        detail = f"'source' is a publisher or the id of an article: 1 to {LONGEST_SOURCE} characters, not {len(given)}."
        raise Problem(400, detail if given.strip() else "'source' is empty; name a publisher or an article.", "source")
    return None if given is None else given.strip()
