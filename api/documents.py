"""A timeline as a document in one of its formats, with the address at which it goes on."""

from __future__ import annotations

from typing import Any

from flask import Response, request, url_for

from api.addresses import addresses
from api.negotiation import negotiated
from api.replies import revalidated
from timeline.formats import FORMATS, Format, Links
from timeline.model import Timeline

EXTENSIONS = {each.extension: each for each in FORMATS}
EXTENSION = f"<any({','.join(EXTENSIONS)}):extension>"
"""The end of a rule for addresses that name the format."""
JSON = FORMATS[0]


def document(form: Format, timeline: Timeline, slug: str) -> Response:
    """``slug`` is how the address names the topic."""
    links = _links(form, timeline, slug)
    response = Response(form.written(timeline, links), mimetype=form.media_type)
    if links.next:
        response.headers["Link"] = f'<{links.next}>; rel="next"'
    return revalidated(negotiated(response))


def _links(form: Format, timeline: Timeline, slug: str) -> Links:
    asked: dict[str, Any] = request.args.to_dict(flat=False)
    following = asked | {"after": timeline.next}
    return Links(
        own=_address(form, slug, asked),
        page=url_for("pages.timeline", slug=slug, _external=True),
        next=_address(form, slug, following) if timeline.next else None,
        event=addresses("pages.event", slug),
        record=addresses("events.event", slug),
    )


def _address(form: Format, slug: str, asked: dict[str, Any]) -> str:
    """Of this document, naming its format: a program that goes on does not ask for one again."""
    known = {**(request.view_args or {}), "slug": slug}
    if form is JSON and "extension" not in known:
        return url_for(str(request.endpoint), **known, **asked, _external=True)
    return url_for(f"{request.blueprint}.written", **{**known, "extension": form.extension}, **asked, _external=True)
