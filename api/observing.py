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
from worker.logs import fields
from worker.meters import Meters

HEADER = "X-Request-ID"
log = logging.getLogger(__name__)

_GIVEN = re.compile(r"[A-Za-z0-9_-]{8,64}")
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_UNTOLD = ("health.", "metrics.", "static")


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


def begin(given: str) -> str:
    """The id of a request that begins; a proxy's id for it is kept where it is one."""
    chosen = given if _GIVEN.fullmatch(given) else token_hex(16)
    clear_contextvars()
    bind_contextvars(request=chosen)
    return chosen


class Answered(NamedTuple):
    """``took`` are seconds."""

    method: str
    route: str
    status: int
    took: float


def end(meters: Meters, seen: Answered, *, told: bool = True) -> None:
    """``told``: in the log, too."""
    meters.observe("request", seen.took, seen.method, seen.route, str(seen.status))
    if told:
        said = fields(method=seen.method, route=seen.route, status=seen.status, ms=round(seen.took * 1000, 1))
        log.info("Request answered", extra=said)


def _begin() -> None:
    g.began = time.perf_counter()
    begin(request.headers.get(HEADER, ""))


def _end(response: Response) -> Response:
    method = request.method if request.method in _METHODS else "other"
    told = not (request.endpoint or "").startswith(_UNTOLD)
    end(parts().meters, Answered(method, route(), response.status_code, time.perf_counter() - g.began), told=told)
    response.headers[HEADER] = request_id()
    return response
