"""The form by which people hand in an article.

It writes by no more than what is in it: a token in a field of its own, never a password that the browser sends along
by itself, so that no other site can write through it. Without a token it takes what the API takes from this machine,
and then only from a page of this very server, which the browser names as the origin.
"""

from __future__ import annotations

from http import HTTPStatus

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from api.access import guard
from api.access.scopes import Scope
from api.intake import receipt
from api.pages.showing import pages, show
from api.parts import parts
from api.problems import Problem, problem_json
from api.queries import known_parameters
from timeline.submission import BadArticle

FIELDS = ("text", "kind", "topic", "published", "title", "publisher", "url")
_FIELDS_OF_API = {"html": "text", "body": "text", "topics": "topic"}
_OPTIONAL = ("published", "title", "publisher", "url")


@pages.get("/submit")
def submitting() -> Response:
    known_parameters(request, ("topic",), linked=True)
    return _form({"topic": request.args.get("topic", "")}, {})


@pages.post("/submit")
@guard.by_form
def submit() -> BaseResponse:
    if guard.caller().scope is None and request.headers.get("Origin") is None:
        raise Problem(403, "The browser did not say which page this form came from; load the form again.")
    accepted = receipt(parts(), _article())
    return redirect(url_for("pages.article", id=accepted["id"]), HTTPStatus.SEE_OTHER)


def refused(fault: Exception) -> Response | None:
    """The form again, with what was in it and the fault at its field; ``None`` for what this form has no part in."""
    if request.endpoint != "pages.submit" or not isinstance(fault, (Problem, BadArticle)):
        return None
    details = problem_json(fault)
    status = HTTPStatus(int(str(details["status"])))
    message = str(fault.message if isinstance(fault, BadArticle) else details["detail"])
    return _form(request.form.to_dict(), {_at_fault(fault, status): _sentence(message)}, status)


def _article() -> dict[str, object]:
    given: dict[str, object] = {name: request.form[name] for name in _OPTIONAL if request.form.get(name, "").strip()}
    kind = "html" if request.form.get("kind") == "html" else "text"
    topic = request.form.get("topic", "")
    return given | {kind: request.form.get("text", ""), "topics": [topic] if topic.strip() else []}


def _at_fault(fault: Exception, status: HTTPStatus) -> str:
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return "token"
    named = fault.field if isinstance(fault, BadArticle) else ""
    field = named.partition(".")[0].partition("[")[0]
    return _FIELDS_OF_API.get(field, field)


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}{'' if message.endswith('.') else '.'}"


def _form(given: dict[str, str], faults: dict[str, str], status: HTTPStatus = HTTPStatus.OK) -> Response:
    values = {name: given.get(name, "") for name in FIELDS}
    needed = not guard.open_to(Scope.SUBMIT)
    response = show(
        "submit.html", status, given=values, faults=faults, topics=parts().store.topics(), token_needed=needed
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"  # with no-referrer, browsers hide a form's origin from us too
    return response
