"""How a page is shown: its template, the words that templates use, and what stands there when something is wrong."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, make_response, render_template, request, url_for

from api.description import described
from api.pages import quoting, text
from api.pages.assets import asset
from api.pages.deriving import derivation
from api.problems import RETRY_SECONDS
from api.replies import revalidated
from timeline import wording
from timeline.formats import FORMATS
from timeline.store import Unavailable

pages = Blueprint("pages", __name__)
for each in (derivation, *quoting.FILTERS, *text.FILTERS):
    pages.add_app_template_filter(each)


def show(template: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> Response:
    return make_response(render_template(f"pages/{template}", **{"faults": {}} | values), status)


def shown(page: bytes) -> Response:
    """A page that was put together from what templates made."""
    return Response(page, mimetype="text/html")


def trouble(status: HTTPStatus, detail: str) -> Response:
    """The page for a request, of any address, that cannot be answered."""
    return show("trouble.html", status, reason=status, detail=detail, **vocabulary())


@pages.errorhandler(Unavailable)
def unavailable(_: Unavailable) -> Response:
    response = show("unavailable.html", HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.after_request
def remembered(response: Response) -> Response:
    kept = response.status_code == HTTPStatus.OK and request.method in ("GET", "HEAD")
    return revalidated(response) if kept and "Cache-Control" not in response.headers else response


@pages.context_processor
def vocabulary() -> dict[str, object]:
    """``article`` is the address of one by its id."""
    words = {"wording": wording, "text": text, "described": described, "asset": asset, "formats": FORMATS}
    return words | {"article": _article}


def _article(id: str) -> str:  # noqa: A002
    return url_for("pages.article", id=id)
