"""Topics and their timelines."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, Response, request, url_for

from api.parts import parts
from api.problems import Json, Problem
from api.queries import known_parameters, page_limit
from api.replies import json_reply, revalidated
from api.selections import selection
from api.settings import LARGEST_PAGE
from timeline.chronology.importance import weighed
from timeline.store import TopicSummary
from timeline.wire import timeline_json

BROKEN_CURSOR = "The cursor is broken, or one of another selection; follow the address in `next` as it stands."

timelines = Blueprint("timelines", __name__, url_prefix="/api/v1")


@timelines.get("/topics")
def topics() -> Response:
    known_parameters(request, ())
    return revalidated(json_reply({"topics": [topic_json(each) for each in parts().store.topics()]}))


@timelines.get("/timelines/<slug>")
def timeline(slug: str) -> Response:
    """A page of events; ``next`` in the body and the header Link (RFC 8288) lead to the following one."""
    chosen = selection(request, "limit", "after")
    limit = page_limit(request, parts().settings.page_size, LARGEST_PAGE)
    try:
        found = parts().store.timeline(slug, chosen, limit=limit, after=request.args.get("after"))
    except ValueError:
        raise Problem(400, BROKEN_CURSOR, "after") from None
    if found is None:
        raise Problem(404, f"There is no topic {slug[:80]!r}; /api/v1/topics lists them.", "topic")
    url = _next_url(slug, found.next)
    response = json_reply(timeline_json(weighed(found), url))
    if url:
        response.headers["Link"] = f'<{url}>; rel="next"'
    return revalidated(response)


def topic_json(summary: TopicSummary) -> Json:
    slug = summary.topic.slug
    return {
        "slug": slug,
        "title": summary.topic.title,
        "count": summary.count,
        "articles": summary.articles,
        "earliest": _day(summary.earliest),
        "latest": _day(summary.latest),
        "timeline_url": url_for("timelines.timeline", slug=slug, _external=True),
    }


def _next_url(slug: str, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    asked: dict[str, Any] = request.args.to_dict(flat=False) | {"after": cursor}
    return url_for("timelines.timeline", slug=slug, **asked, _external=True)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
