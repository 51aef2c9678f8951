"""The chronology of a topic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import NamedTuple

from flask import Response, current_app, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from api.addresses import asking
from api.keeping import Elsewhere, Made, again, editions, told_by
from api.pages.entries import addressed, listed
from api.pages.finding import Finding, tidied
from api.pages.frames import Framing
from api.pages.glance import Gist, glance
from api.pages.showing import pages, show, shown
from api.pages.strips import on_page
from api.pages.view import chronology
from api.parts import parts
from api.problems import Problem
from api.queries import page_limit
from api.selections import selection
from api.settings import LARGEST_PAGE
from timeline import wording
from timeline.model import Timeline
from timeline.store import OutOfReach, TopicSummary


class Read(NamedTuple):
    """``pictured`` tells in words how the selection lies in time."""

    summary: TopicSummary
    timeline: Timeline
    gists: tuple[Gist, ...]
    pictured: str


@pages.get("/timelines/<slug>")
@told_by(editions.topic)
def timeline(slug: str) -> BaseResponse:
    """A page of what is selected; a parameter that is wrong is told at its field of the form."""
    if (tidy := tidied(request.args)) is not None:
        return redirect(asking(url_for("pages.timeline", slug=slug), tidy))
    try:
        read, write = _reader(slug), _writer(slug)
        found = read()
    except Problem as fault:
        return _at_fault(slug, dict.fromkeys(fault.fields or ("",), fault.detail))
    except OutOfReach as fault:
        return _at_fault(slug, {"as_of": str(fault)})
    except ValueError:
        return show("broken.html", HTTPStatus.BAD_REQUEST, slug=slug)
    if found is None:
        return _unknown(slug)
    again(lambda: write(read()))
    return shown(write(found).body)


def _reader(slug: str) -> Callable[[], Read | None]:
    """What reads the page that the present request asks for, also when it is over; it raises a Problem, OutOfReach,
    and ValueError on a broken cursor."""
    chosen = selection(request, "limit", "after", "via")
    limit = page_limit(request, parts().settings.page_size, LARGEST_PAGE)
    store, after, narrowed = parts().store, request.args.get("after"), Finding(slug, request.args, {}).narrowed

    def read() -> Read | None:
        summary = store.summary(slug)
        if summary is None:
            return None
        found = store.timeline(slug, chosen, limit=limit, after=after, numbered=True)
        if found is None:
            return None
        gists = () if narrowed or after else glance(store, summary)
        return Read(summary, found, gists, on_page(chosen, found, summary, narrowed=narrowed))

    return read


def _writer(slug: str) -> Callable[[Read | None], Made]:
    """What writes pages as the present request asks for them, also when it is over; it raises Elsewhere."""
    framing, where, templates = Framing.here(), addressed(slug), current_app.jinja_env

    def write(found: Read | None) -> Made:
        if found is None:
            raise Elsewhere(slug)
        page = chronology(found.timeline)
        before, between, after = framing.parts(found.summary, page, found.gists, found.pictured)
        entries = listed(page, where, templates)
        return Made(b"".join([before, *entries, between, _moment(found.timeline.as_of), after]))

    return write


def _moment(moment: datetime) -> bytes:
    return f'<time datetime="{moment.isoformat()}">{wording.moment(moment)}</time>'.encode()


def _at_fault(slug: str, faults: dict[str, str]) -> Response:
    summary = parts().store.summary(slug)
    if summary is None:
        return _unknown(slug)
    finding = Finding(slug, request.args, faults)
    return show(
        "timeline.html", HTTPStatus.BAD_REQUEST, topic=summary.topic, summary=summary, finding=finding, faults=faults
    )


def _unknown(slug: str) -> Response:
    return show("unknown.html", HTTPStatus.NOT_FOUND, slug=slug)
