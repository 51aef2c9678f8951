"""Where the events of a topic lie in time, for pictures of many of them."""

from __future__ import annotations

from flask import Blueprint, Response, request

from api.keeping import editions, told_by
from api.parts import parts
from api.problems import Json, unknown_topic
from api.queries import number
from api.replies import json_reply, revalidated
from api.selections import selection
from timeline import wording
from timeline.density import Bin, Density, Stretch
from timeline.model import Event
from timeline.selection import Selection
from timeline.wire import brief_json

BINS, MOST_BINS, MOST_MARKS = 100, 1000, 1000

densities = Blueprint("densities", __name__, url_prefix="/api/v1")


@densities.get("/timelines/<slug>/density")
@told_by(editions.topic)
def topic(slug: str) -> Response:
    """``from`` and ``to`` are the window as well; with ``marks``, no more events than that are told one by one."""
    chosen = selection(request, "bins", "marks")
    bins = number(request, "bins", BINS, MOST_BINS)
    most = number(request, "marks", 1, MOST_MARKS) if "marks" in request.args else 0
    found = parts().store.density(slug, chosen, bins=bins)
    if found is None:
        raise unknown_topic(slug)
    marks = _marks(slug, chosen, most) if most and found.count <= most else None
    return revalidated(json_reply(density_json(found) | {"marks": marks}))


def _marks(slug: str, chosen: Selection, most: int) -> list[Json]:
    found = parts().store.timeline(slug, chosen, limit=most)
    return [mark_json(event) for event in found.events] if found is not None else []


def density_json(density: Density) -> Json:
    return {
        "topic": {"slug": density.topic.slug, "title": density.topic.title},
        "as_of": density.as_of.isoformat(),
        "count": density.count,
        "earliest": density.first and density.first.isoformat(),
        "latest": density.last and density.last.isoformat(),
        "unit": density.unit,
        "bins": [_bin_json(each) for each in density.bins],
        "spans": [_span_json(each) for each in density.stretches],
    }


def _bin_json(each: Bin) -> Json:
    return {
        "earliest": each.first.isoformat(),
        "latest": each.last.isoformat(),
        "count": sum(each.counts.values()),
        "statuses": {status.value: count for status, count in each.counts.items()},
    }


def _span_json(each: Stretch) -> Json:
    return {
        "earliest": each.first and each.first.isoformat(),
        "latest": each.last and each.last.isoformat(),
        "status": each.status.value,
        "count": each.count,
    }


def mark_json(event: Event) -> Json:
    """As much of an event as a picture of it tells; ``words`` are its date as the page has it."""
    return brief_json(event) | {"words": wording.words(event.when)}
