"""Every request has an id, a line in the log, and a place in the histogram of durations."""

from __future__ import annotations

import logging
import re
import time
from secrets import token_hex
from typing import NamedTuple

from flask import Flask, Response, g, request
from structlog.contextvars import bind_contextvars, clear_contextvars, get_contextvars

from api.parts import parts
from worker.frequent import Frequent
from worker.meters import Meters

HEADER = "X-Request-ID"
log = logging.getLogger(__name__)

_GIVEN = re.compile(r"[A-Za-z0-9_-]{8,64}")
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_UNTOLD = ("health.", "metrics.", "static")
_ANSWERED = Frequent(log, "Request answered", "method", "route", "status", "ms")


def register(app: Flask) -> None:
    """To be called first: what others refuse is seen as well."""
    app.before_request(_begin)
    app.after_request(_end)


def request_id() -> str:
    """That of the present request."""
    return str(get_contextvars()["request"])


def route() -> str:
    """That of the present request."""
    return request.url_rule.rule if request.url_rule else "none"


def named(given: str) -> str:
    """The id of a request; a proxy's id for it is kept where it is one."""
    return given if given and _GIVEN.fullmatch(given) else token_hex(16)


class Answered(NamedTuple):
    """``took`` are seconds."""

    method: str
    route: str
    status: int
    took: float


def ended(meters: Meters, request: str, seen: Answered) -> None:
    """For a request of this id of which nothing was bound."""
    _observe(meters, seen)
    _ANSWERED.tell(request, *_said(seen))


def _observe(meters: Meters, seen: Answered) -> None:
    meters.observe("request", seen.took, seen.method, seen.route, str(seen.status))


def _said(seen: Answered) -> tuple[str | float, ...]:
    return seen.method, seen.route, seen.status, round(seen.took * 1000, 1)


def _begin() -> None:
    g.began = time.perf_counter()
    clear_contextvars()
    bind_contextvars(request=named(request.headers.get(HEADER, "")))


def _end(response: Response) -> Response:
    method = request.method if request.method in _METHODS else "other"
    seen = Answered(method, route(), response.status_code, time.perf_counter() - g.began)
    _observe(parts().meters, seen)
    if not (request.endpoint or "").startswith(_UNTOLD):
        _ANSWERED.log(*_said(seen))
    response.headers[HEADER] = request_id()
    return response
