"""Pages for people, and the pictures that links to them show."""

from __future__ import annotations

from collections.abc import Mapping

from api.description.operation import MOVED, UNCHANGED, Content, Operation
from api.description.parameters import SELECTION, Parameter, paging
from api.description.resources.densities import WINDOW
from api.description.resources.digests import DIGEST
from api.description.schemas import TEXT, named, record
from api.problems import Json

_OPEN_PAGE: Mapping[int, Content] = {200: {"text/html": TEXT}, 304: UNCHANGED}
_SVG = "image/svg+xml"
_TRAIL = Parameter("via", TEXT, "The pages before, for the way back.")

_FILED = Parameter("topic", TEXT, "The topic that stands in the form.")


def _page(summary: str, *known: Parameter, faults: tuple[int, ...] = ()) -> Operation:
    return Operation(summary=summary, answers=_OPEN_PAGE, parameters=known, faults=faults, fixed=False)


def _drawn(summary: str, *known: Parameter, kind: str = _SVG, faults: tuple[int, ...] = ()) -> Operation:
    shape = TEXT if kind == _SVG else {}
    answers: Mapping[int, Content] = {200: {kind: shape}, 304: UNCHANGED}
    return Operation(summary=summary, answers=answers, parameters=known, faults=faults, fixed=False)


OPERATIONS = {
    "pages.topics": _page("All topics, for people"),
    "pages.timelines": Operation(summary="Leads to all topics", answers={301: MOVED}, fixed=False),
    "pages.timeline": Operation(
        summary="A topic's events, for people",
        answers={**_OPEN_PAGE, 302: MOVED},
        parameters=(*SELECTION, *paging(), _TRAIL),
        faults=(400,),
        fixed=False,
    ),
    "pages.event": Operation(summary="One event, for people", answers={**_OPEN_PAGE, 302: MOVED}, fixed=False),
    "pages.spark": _drawn("How a topic's events lie in time"),
    "pages.strip": _drawn("How what is selected lies in time, for paper", *SELECTION, faults=(400, 422)),
    "pages.preview": _drawn("A topic's picture for links to it"),
    "pages.preview_card": _drawn("The same for sites that take no SVG", kind="image/png"),
    "pages.article": _page("An article with its expressions of time and its events, for people"),
    "pages.submitting": _page("A form for an article", _FILED, faults=(400,)),
    "pages.submit": Operation(
        summary="Take in the article of that form; a token stands in its field `token`",
        answers={303: MOVED},
        takes={"application/x-www-form-urlencoded": named("Form")},
        faults=(413, 422),
        fixed=False,
        headers={"Location": "The article's page."},
    ),
    "pages.entries": _page("Some of them, from a place on", *SELECTION, *WINDOW, faults=(400,)),
    "pages.digest": _page("A topic's most important dates, for people", *DIGEST, faults=(400,)),
    "pages.description": _page("This description, for people"),
}

SHAPES: dict[str, Json] = {"Form": record(**dict.fromkeys(("text", "kind", "topic"), TEXT))}
