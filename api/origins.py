"""Pages of other sites that may read with a script (CORS); none may write."""

from __future__ import annotations

from flask import Flask, Response, request
from flask_cors import CORS

from api.access.guard import READS

_ASKED = ("Accept", "Authorization", "If-None-Match", "Last-Event-ID")
_SHOWN = ("ETag", "Last-Modified", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID")
_ROOM = "/api/v1/"
_READING = ("GET", "HEAD")


def register(app: Flask, origins: tuple[str, ...]) -> None:
    """To be called before what keeps answers, which are the same for all sites."""
    if not origins:
        return
    app.after_request(_reading_alone)
    CORS(
        app,
        resources={rf"{_ROOM}.*": {"origins": list(origins)}},
        methods=list(_READING),
        allow_headers=list(_ASKED),
        expose_headers=list(_SHOWN),
        max_age=3600,
        send_wildcard="*" in origins,
        always_send=False,
    )


def _reading_alone(response: Response) -> Response:
    if request.path.startswith(_ROOM):
        response.vary.add("Origin")
    wanted = request.headers.get("Access-Control-Request-Method", "GET")
    if request.method not in READS or wanted not in _READING:
        for name in [name for name in response.headers.keys() if name.startswith("Access-Control-")]:  # noqa: SIM118
            del response.headers[name]
    return response
