"""Parts of a chronology for the page's script: the same entries that the page has, from any place on, either way."""

from __future__ import annotations

from dataclasses import replace

from flask import request

from api.parts import parts
from api.problems import Problem, unknown_topic
from api.queries import day, page_limit
from api.selections import selection
from api.settings import LARGEST_PAGE, WINDOW_SIZE
from timeline.interval import Interval
from timeline.model import Timeline
from timeline.selection import Selection
from timeline.store import at, back

PLACES = ("after", "before", "at")


def window(slug: str) -> Timeline:
    """Raises a 400 for a place that is none, and a 404 for a topic that is none."""
    chosen = selection(request, "limit", *PLACES)
    limit = page_limit(request, WINDOW_SIZE, LARGEST_PAGE)
    given = [name for name in PLACES if name in request.args]
    if len(given) > 1:
        raise Problem(400, f"{given[0]!r} and {given[1]!r} name two places; give one of them.", given[1])
    if "before" in given:
        return _before(slug, chosen, limit, request.args["before"])
    start = day(request, "at")
    if start is not None:  # which begins a list anew: what is before it is counted
        return _page(slug, chosen, limit, at(start, chosen), "at")
    return _page(slug, chosen, limit, request.args.get("after"))


def _page(slug: str, chosen: Selection, limit: int, cursor: str | None, name: str = "after") -> Timeline:
    try:
        found = parts().store.timeline(slug, chosen, limit=limit, after=cursor, numbered=name == "at")
    except ValueError:
        raise Problem(400, "The cursor is broken, or one of another selection.", name) from None
    if found is None:
        raise unknown_topic(slug)
    return found


def _before(slug: str, chosen: Selection, limit: int, cursor: str) -> Timeline:
    """What comes before, walked backwards and turned round."""
    other = back(chosen)
    found = _page(slug, other, limit, cursor, "before")
    earlier = _page(slug, other, 1, found.next).events if found.next else ()
    return replace(
        found,
        events=found.events[::-1],
        next=found.previous if found.events else None,
        previous=found.next,
        before=(earlier[0].when.interval or Interval(None, None)) if earlier else None,
        order=chosen.order,
    )
