"""Answers as JSON, and to whom a page says more."""

from __future__ import annotations

from flask import Request, Response, g, request

from timeline.formats.text import json_bytes

JSON = "application/json"
VALIDATED = "validated"
"""Set in `flask.g` where something else than its body tells one answer from another."""


def json_reply(content: object, status: int = 200, media_type: str = JSON) -> Response:
    return Response(json_bytes(content), status, mimetype=media_type)


def following(url: str) -> str:
    """The header Link (RFC 8288) to the page after this one."""
    return f'<{url}>; rel="next"'


def prefers_html(request: Request) -> bool:
    """As browsers do; what takes anything gets JSON."""
    accepted = request.accept_mimetypes
    return bool(accepted["text/html"] > accepted[JSON])


def revalidated(response: Response) -> Response:
    """``response`` with an ETag, or an empty 304 for a client that has it already (RFC 9110)."""
    if "ETag" in response.headers or VALIDATED in g:
        return response
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
