"""Pictures of a topic made here: how its events lie in time, small for a list of topics, large for a link preview."""

from __future__ import annotations

import textwrap
from http import HTTPStatus

from flask import Response, make_response, render_template, request

from api.headers import CSP
from api.keeping import editions, told_by
from api.pages import strips, text
from api.pages.bars import bars, stretches
from api.pages.cards import card
from api.pages.showing import pages
from api.parts import parts
from api.problems import Problem
from api.selections import selection
from timeline import wording
from timeline.density import Density
from timeline.selection import EVERYTHING, Selection

SVG = "image/svg+xml"
_LINE, _LINES = 26, 2  # of a title in large type


@pages.get("/timelines/<slug>/density.svg")
@told_by(editions.topic)
def spark(slug: str) -> Response:
    return _picture("spark.svg", _density(slug))


@pages.get("/timelines/<slug>/strip.svg")
@told_by(editions.topic)
def strip(slug: str) -> Response:
    chosen = selection(request)
    found = _density(slug, chosen)
    response = _picture("strip.svg", found, **strips.strip(found, chosen))
    response.headers["Content-Security-Policy"] = CSP.replace("style-src 'self'", f"style-src {strips.STYLE_SOURCE}")
    return response


@pages.get("/timelines/<slug>/preview.svg")
@told_by(editions.topic)
def preview(slug: str) -> Response:
    found = _density(slug)
    title = textwrap.shorten(text.plain(found.topic.title), _LINE * _LINES, placeholder=" …")
    lines = textwrap.wrap(title, _LINE)[:_LINES] or [title[:_LINE]]
    return _picture("preview.svg", found, lines=lines, span=wording.span(found.first, found.last))


@pages.get("/timelines/<slug>/preview.png")
@told_by(editions.topic)
def preview_card(slug: str) -> Response:
    return Response(card(_density(slug)), mimetype="image/png")


def _density(slug: str, chosen: Selection = EVERYTHING) -> Density:
    found = parts().store.density(slug, chosen, bins=strips.BINS)
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, f"There is no topic {slug[:80]!r}.", "topic")
    return found


def _picture(template: str, density: Density, **values: object) -> Response:
    drawn = render_template(
        f"pictures/{template}", density=density, bars=bars(density), stretches=stretches(density), **values
    )
    response = make_response(drawn)
    response.mimetype = SVG
    return response
