"""Every request has an id, a line in the log, and a place in the histogram of durations."""

from __future__ import annotations

import logging
import re
import time
from uuid import uuid4

from flask import Flask, Response, g, request
from structlog.contextvars import bind_contextvars, clear_contextvars, get_contextvars

from api.parts import parts
from worker.logs import fields

HEADER = "X-Request-ID"
log = logging.getLogger(__name__)

_GIVEN = re.compile(r"[A-Za-z0-9_-]{8,64}")
_METHODS = ("GET", "HEAD", "POST", "DELETE", "OPTIONS")
_UNTOLD = ("health.", "metrics.", "static")


def register(app: Flask) -> None:
    """To be called first: what others refuse is seen as well."""
    app.before_request(_begin)
    app.after_request(_end)


def request_id() -> str:
    """That of the present request."""
    return str(get_contextvars()["request"])


def _begin() -> None:
    """A proxy's id for the request is kept where it is one."""
    g.began = time.perf_counter()
    given = request.headers.get(HEADER, "")
    clear_contextvars()
    bind_contextvars(request=given if _GIVEN.fullmatch(given) else uuid4().hex)


def _end(response: Response) -> Response:
    took = time.perf_counter() - g.began
    route = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in _METHODS else "other"
    parts().meters.observe("request", took, method, route, str(response.status_code))
    if not (request.endpoint or "").startswith(_UNTOLD):
        told = fields(method=method, route=route, status=response.status_code, ms=round(took * 1000, 1))
        log.info("Request answered", extra=told)
    response.headers[HEADER] = request_id()
    return response
