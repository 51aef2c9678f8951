"""Topics and their timelines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flask import Blueprint, Response, request, url_for

from api.documents import EXTENSION, EXTENSIONS, JSON, document, writer
from api.keeping import again, editions, told_by
from api.negotiation import accepted
from api.parts import parts
from api.problems import Json, Problem, unknown_topic
from api.queries import known_parameters, page_limit
from api.replies import json_reply, revalidated
from api.selections import selection
from api.settings import LARGEST_PAGE
from timeline.formats import Format
from timeline.model import Timeline
from timeline.store import TopicSummary

BROKEN_CURSOR = "The cursor is broken, or one of another selection; follow the address in `next` as it stands."

timelines = Blueprint("timelines", __name__, url_prefix="/api/v1")


@timelines.get("/topics")
@told_by(editions.topics)
def topics() -> Response:
    known_parameters(request, ())
    return revalidated(json_reply({"topics": [topic_json(each) for each in parts().store.topics()]}))


@timelines.get("/timelines/<slug>")
@told_by(editions.topic, vary="Accept")
def timeline(slug: str) -> Response:
    """In the format that the header Accept likes best."""
    return _document(accepted(request), slug)


@timelines.get(f"/timelines/<slug>.{EXTENSION}")
@told_by(editions.written)
def written(slug: str, extension: str) -> Response:
    """In the format of the extension, unless the whole name is that of a topic."""
    whole = f"{slug}.{extension}"
    return _document(accepted(request), whole) if _known(whole) else _document(EXTENSIONS[extension], slug)


def _known(slug: str) -> bool:
    return parts().store.event(slug, "") is not None


def _document(form: Format, slug: str) -> Response:
    """A page of events; the header Link (RFC 8288), and what the format has for it, lead to the following one."""
    read, write = _reader(form, slug), writer(form, slug)
    again(lambda: write(read()))
    return document(form, write(read()))


def _reader(form: Format, slug: str) -> Callable[[], Timeline]:
    """What reads the page that the present request asks for; it raises a Problem, also when the request is over."""
    chosen = selection(request, "limit", "after")
    limit = page_limit(request, parts().settings.page_size if form is JSON else LARGEST_PAGE, LARGEST_PAGE)
    store, after = parts().store, request.args.get("after")

    def read() -> Timeline:
        try:
            found = store.timeline(slug, chosen, limit=limit, after=after)
        except ValueError:
            raise Problem(400, BROKEN_CURSOR, "after") from None
        if found is None:
            raise unknown_topic(slug)
        return found

    return read


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


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
