"""The pages people read: the topics, and the chronology of one. No clock, no script: the same data, the same bytes."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from api.description import described, document
from api.digests import asked, digested
from api.pages import text
from api.pages.assets import asset
from api.pages.choices import address, choices
from api.pages.trail import Trail
from api.pages.view import chronology
from api.parts import parts
from api.problems import RETRY_SECONDS
from api.replies import revalidated
from timeline import wording
from timeline.edtf import edtf
from timeline.formats import FORMATS
from timeline.store import Unavailable
from timeline.wire import earliest, latest

pages = Blueprint("pages", __name__)


@pages.get("/")
def topics() -> Response:
    return _page("topics.html", topics=parts().store.topics())


@pages.get("/timelines/")
def timelines() -> BaseResponse:
    return redirect(url_for("pages.topics"), HTTPStatus.MOVED_PERMANENTLY)


@pages.get("/timelines/<slug>")
def timeline(slug: str) -> Response:
    trail = Trail(slug, request.args.get("after"), tuple(request.args.getlist("via")))
    try:
        found = parts().store.timeline(slug, limit=parts().settings.page_size, after=trail.after)
    except ValueError:
        return _page("broken.html", HTTPStatus.BAD_REQUEST, slug=slug)
    if found is None:
        return _page("unknown.html", HTTPStatus.NOT_FOUND, slug=slug)
    summary = next((each for each in parts().store.topics() if each.topic.slug == slug), None)
    return _page("timeline.html", page=chronology(found), summary=summary, trail=trail)


@pages.get("/timelines/<slug>/events/<id>")
def event(slug: str, id: str) -> BaseResponse:  # noqa: A002
    """An id that stands for a happening of another one leads there."""
    found = parts().store.event(slug, id)
    if found is None or not found.events:
        return _page("unknown.html", HTTPStatus.NOT_FOUND, slug=slug, topic=found and found.topic)
    [single] = found.events
    if single.id != id:
        return redirect(url_for("pages.event", slug=slug, id=single.id))
    return _page("event.html", topic=found.topic, row=chronology(found).groups[0].rows[0])


@pages.get("/timelines/<slug>/digest")
def digest(slug: str) -> Response:
    chosen = asked(request)
    found = digested(slug, chosen)
    if found is None:
        return _page("unknown.html", HTTPStatus.NOT_FOUND, slug=slug)
    json = address("digests.topic", slug, chosen, chosen.dates)
    return _page("digest.html", found=found, asked=chosen, choices=choices(slug, chosen), json=json)


@pages.get("/api/v1/docs")
def description() -> Response:
    return _page("description.html", told=document(current_app, parts().settings))


@pages.errorhandler(Unavailable)
def unavailable(_: Unavailable) -> Response:
    response = _page("unavailable.html", HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.after_request
def remembered(response: Response) -> Response:
    return revalidated(response) if response.status_code == HTTPStatus.OK else response


def trouble(status: HTTPStatus, detail: str) -> Response:
    """The page for a request, of any address, that cannot be answered."""
    return _page("trouble.html", status, reason=status, detail=detail, **vocabulary())


@pages.context_processor
def vocabulary() -> dict[str, object]:
    return {
        "wording": wording,
        "text": text,
        "described": described,
        "edtf": edtf,
        "formats": FORMATS,
        "earliest": earliest,
        "latest": latest,
        "asset": asset,
    }


def _page(template: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> Response:
    return make_response(render_template(f"pages/{template}", **values), status)
