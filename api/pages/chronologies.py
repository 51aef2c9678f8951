"""The topics, and the chronology and the digest of one."""

from __future__ import annotations

from http import HTTPStatus

from flask import Response, current_app, redirect, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from api.digests import PARAMETERS, asked, digested
from api.keeping import editions, told_by
from api.pages import frames
from api.pages.choices import address, choices
from api.pages.entries import addressed, listed
from api.pages.finding import Finding
from api.pages.showing import pages, show
from api.pages.view import chronology
from api.pages.windows import window
from api.parts import parts
from api.queries import known_parameters


@pages.get("/")
@told_by(editions.topics)
def topics() -> Response:
    return show("topics.html", topics=parts().store.topics())


@pages.get("/timelines/")
def timelines() -> BaseResponse:
    return redirect(url_for("pages.topics"), HTTPStatus.MOVED_PERMANENTLY)


@pages.get("/timelines/<slug>/entries")
@told_by(editions.topic)
def entries(slug: str) -> Response:
    """Some entries without the page around them."""
    found = window(slug)
    page = chronology(found)
    return show(
        "entries.html",
        topic=found.topic,
        summary=parts().store.summary(slug),
        finding=Finding(slug, request.args, {}),
        listed=frames.listed(page),
        entries=Markup(b"".join(listed(page, addressed(slug), current_app.jinja_env)).decode()),  # noqa: S704 - of a template
    )


@pages.get("/timelines/<slug>/digest")
@told_by(editions.topic)
def digest(slug: str) -> Response:
    known_parameters(request, PARAMETERS, linked=True)
    chosen = asked(request)
    found = digested(slug, chosen)
    if found is None:
        return show("unknown.html", HTTPStatus.NOT_FOUND, slug=slug)
    json = address("digests.topic", slug, chosen, chosen.dates)
    return show("digest.html", found=found, asked=chosen, choices=choices(slug, chosen), json=json)
