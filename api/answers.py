"""Every error as its asker reads it: a page for a browser, problem details for a program."""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from api import pages
from api.broker import BrokerDown
from api.problems import Problem, problem_json, problem_reply
from api.replies import prefers_html
from timeline.store import OutOfReach, Unavailable
from timeline.submission import BadArticle

log = logging.getLogger(__name__)


def register(app: Flask) -> None:
    app.register_error_handler(Exception, _answered)


def _answered(fault: Exception) -> Response:
    if isinstance(fault, (Unavailable, BrokerDown)):
        log.warning("Answered 503: %s", fault)
    elif not isinstance(fault, (Problem, BadArticle, OutOfReach, HTTPException)):
        log.error("Answered 500", exc_info=fault)
    answer = problem_reply(fault)
    if request.path.startswith("/api/") or not prefers_html(request):
        return answer
    page = pages.refused(fault)
    page = page or pages.trouble(HTTPStatus(answer.status_code), str(problem_json(fault)["detail"]))
    page.headers.extend((name, value) for name, value in answer.headers if not name.startswith("Content-"))
    return page
