"""Errors as problem details (RFC 9457): type, title, status and detail, and ``errors`` by field."""

from __future__ import annotations

from http import HTTPStatus

from flask import Response
from werkzeug.exceptions import HTTPException

from api.broker import BrokerDown, QueueFull
from api.replies import json_reply
from timeline.store import OutOfReach, Unavailable
from timeline.submission import BadArticle

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
Json = dict[str, object]
_NOT_NOW: dict[type[Exception], tuple[str, str]] = {
    Unavailable: ("The store cannot be used just now; nothing was taken in. Try again soon.", "store"),
    BrokerDown: ("The queue cannot be reached just now; nothing was taken in. Try again soon.", "broker"),
    QueueFull: ("Too many articles wait to be read just now; nothing was taken in. Try again later.", "queue"),
}


class Problem(Exception):
    """A request answered with an error; ``fields`` are the parts of it, or of the system, at fault."""

    def __init__(self, status: int, detail: str, *fields: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(status, detail)
        self.status, self.detail, self.fields, self.headers = status, detail, fields, headers or {}


def unknown_topic(slug: str) -> Problem:
    return Problem(404, f"There is no topic {slug[:80]!r}; /api/v1/topics lists them.", "topic")


def unknown_article(id_: str) -> Problem:
    return Problem(404, f"There is no article {id_[:80]!r}.", "id")


def problem_json(fault: Exception) -> Json:
    """The problem details of anything that can go wrong."""
    match fault:
        case Problem():
            return _details(fault.status, fault.detail, *fault.fields)
        case BadArticle():
            return _details(422, str(fault), *filter(None, [fault.field]), message=fault.message)
        case OutOfReach():
            return _details(422, str(fault), "as_of")
        case Unavailable() | BrokerDown() | QueueFull():
            return _details(503, *_NOT_NOW[type(fault)])
        case HTTPException(code=int(code)):
            return _details(code, _sentence(fault))
    return _details(500, "Something went wrong here, and the server's log says what.")


def problem_reply(fault: Exception) -> Response:
    details = problem_json(fault)
    response = json_reply(details, int(str(details["status"])), MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    if isinstance(fault, HTTPException):
        kept = (header for header in fault.get_headers() if header[0] in ("Allow", "Retry-After"))
        response.headers.extend(kept)
    if isinstance(fault, Problem):
        response.headers.extend(fault.headers)
    if response.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _details(status: int, detail: str, *fields: str, message: str = "") -> Json:
    details: Json = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    errors = [{"field": field, "message": message or detail} for field in fields]
    return details | {"errors": errors} if errors else details


def _sentence(fault: HTTPException) -> str:
    match fault.code:
        case 404:
            return "There is nothing at this address."
        case 405:
            return "This address does not take that method; the header Allow names those it takes."
        case 429:
            return (
                "So many requests in a minute are too many; the header Retry-After says when the next one is answered."
            )
    return str(fault.description or "The request cannot be answered.")
