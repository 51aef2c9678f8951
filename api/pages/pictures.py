"""Pictures of a topic made here: how its events lie in time, small for a list of topics, large for a link preview."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from flask import Response, make_response, render_template

from api.pages import text
from api.pages.showing import pages
from api.parts import parts
from api.problems import Problem
from timeline import wording
from timeline.density import Density

SVG = "image/svg+xml"
_BINS = 96
_WIDEST = 0.04
_LINE, _LINES = 26, 2  # of a title in large type


@dataclass(frozen=True, slots=True)
class Bar:
    """Parts of the whole width and height, 0 to 1."""

    x: float
    width: float
    height: float


@pages.get("/timelines/<slug>/density.svg")
def spark(slug: str) -> Response:
    return _picture("spark.svg", _density(slug))


@pages.get("/timelines/<slug>/preview.svg")
def preview(slug: str) -> Response:
    found = _density(slug)
    title = textwrap.shorten(text.plain(found.topic.title), _LINE * _LINES, placeholder=" …")
    lines = textwrap.wrap(title, _LINE)[:_LINES] or [title[:_LINE]]
    return _picture("preview.svg", found, lines=lines, span=wording.span(found.first, found.last))


def bars(density: Density) -> list[Bar]:
    """One a column, as high as the square root of its number of events: a single one still shows beside hundreds."""
    if density.first is None or density.last is None:
        return []
    most = max((sum(each.counts.values()) for each in density.bins), default=0)
    whole = (density.last - density.first).days + 1
    return [
        _slim(
            Bar(
                *_place(each.first, each.last, density.first, whole),
                math.sqrt(sum(each.counts.values()) / most),
            )
        )
        for each in density.bins
    ]


def _slim(bar: Bar) -> Bar:
    """A column of a topic of a few days, drawn no wider than a mark."""
    width = min(bar.width, _WIDEST)
    return Bar(bar.x + (bar.width - width) / 2, width, bar.height)


def stretches(density: Density) -> list[Bar]:
    """What took longer than a few columns, each as long as it may have been."""
    if density.first is None or density.last is None:
        return []
    whole = (density.last - density.first).days + 1
    ends = [(each.first or density.first, each.last or density.last, each.count) for each in density.stretches]
    return [Bar(*_place(first, last, density.first, whole), float(count)) for first, last, count in ends]


def _place(first: date, last: date, begin: date, whole: int) -> tuple[float, float]:
    return (first - begin).days / whole, max((last - first).days + 1, 0) / whole


def _density(slug: str) -> Density:
    found = parts().store.density(slug, bins=_BINS)
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
