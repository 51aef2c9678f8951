"""A timeline as a document in one of its formats, with the address at which it goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Response, request, url_for

from api.addresses import addresses
from api.keeping import Made
from api.negotiation import negotiated
from api.replies import following, revalidated
from timeline.chronology.importance import weighed
from timeline.formats import FORMATS, Format, Links
from timeline.model import Timeline

EXTENSIONS = {each.extension: each for each in FORMATS}
EXTENSION = f"<any({','.join(EXTENSIONS)}):extension>"
"""The end of a rule for addresses that name the format."""
JSON = FORMATS[0]


def document(form: Format, made: Made) -> Response:
    response = Response(made.body, mimetype=form.media_type)
    if made.link:
        response.headers["Link"] = made.link
    return revalidated(negotiated(response))


def writer(form: Format, slug: str) -> Callable[[Timeline], Made]:
    """What writes timelines as the present request asks for them, also when the request is over. ``slug`` is how the
    address names the topic."""
    links = _links(form, slug)

    def written(timeline: Timeline) -> Made:
        told = links(timeline)
        return Made(form.written(weighed(timeline), told), told.next and following(told.next))

    return written


def _links(form: Format, slug: str) -> Callable[[Timeline], Links]:
    """The addresses in a document."""
    asked: dict[str, Any] = request.args.to_dict(flat=False)
    own = _address(form, slug, asked)
    onwards = _address(form, slug, {name: values for name, values in asked.items() if name != "after"})
    onwards += f"{'&' if '?' in onwards else '?'}after="
    page = url_for("pages.timeline", slug=slug, _external=True)
    event, record = addresses("pages.event", slug=slug), addresses("events.event", slug=slug)
    return lambda timeline: Links(
        own=own, page=page, next=timeline.next and onwards + timeline.next, event=event, record=record
    )


def _address(form: Format, slug: str, asked: dict[str, Any]) -> str:
    """Of this document, naming its format: a program that goes on does not ask for one again."""
    known = {**(request.view_args or {}), "slug": slug}
    if form is JSON and "extension" not in known:
        return url_for(str(request.endpoint), **known, **asked, _external=True)
    return url_for(f"{request.blueprint}.written", **{**known, "extension": form.extension}, **asked, _external=True)
