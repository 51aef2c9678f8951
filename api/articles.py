"""Articles in, and how far each has come."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from flask import Blueprint, Response, request

from api import bodies
from api.batches import receipts
from api.intake import receipt, status_url
from api.keeping import editions, told_by
from api.lines import lines
from api.parts import parts
from api.problems import Json, Problem, unknown_article
from api.queries import known_parameters, reason
from api.replies import json_reply, revalidated
from api.streaming import streamed
from timeline.pipeline import tagged
from timeline.reading import ninjs
from timeline.store import Entry
from timeline.timeml import document
from timeline.wire import event_json, impossible_json
from worker.logs import fields

log = logging.getLogger(__name__)

articles = Blueprint("articles", __name__, url_prefix="/api/v1/articles")


@articles.post("")
def submit() -> Response:
    kind = bodies.media_type(request)
    if kind == bodies.NDJSON:
        known_parameters(request, ())
        settings = parts().settings
        return streamed(receipts(parts(), lines(request, settings.max_body, settings.max_lines)))
    data = bodies.content(request, parts().settings.max_body)
    if kind in (bodies.TEXT, bodies.HTML):
        return _accepted(bodies.article(request, kind, data))
    if kind == bodies.NINJS:
        known_parameters(request, (), repeatable=["topic"])
        return _accepted(ninjs.article(bodies.document(data), request.args.getlist("topic")))
    known_parameters(request, ())
    return _accepted(bodies.document(data))


@articles.get("/<id>")
@told_by(editions.article)
def article(id: str) -> Response:  # noqa: A002
    known_parameters(request, ())
    entry = parts().store.entry(id)
    if entry is None:
        raise unknown_article(id)
    return revalidated(json_reply(article_json(entry)))


@articles.delete("/<id>")
def withdraw(id: str) -> Response:  # noqa: A002
    """As often as one likes: the first time counts."""
    known_parameters(request, ("reason",))
    entry = parts().store.withdraw(id, datetime.now(UTC), reason(request))
    if entry is None:
        raise unknown_article(id)
    log.info("Article withdrawn", extra=fields(article=entry.id))
    return json_reply(article_json(entry))


@articles.get("/<id>.tml")
@told_by(editions.article)
def timeml(id: str) -> Response:  # noqa: A002
    """The last version that was read, as today's rules read it."""
    known_parameters(request, ())
    entry = parts().store.entry(id)
    if entry is None:
        raise unknown_article(id)
    if entry.article is None:
        raise Problem(409, "This article has not been read; its status says why, or how far it is.", "state")
    return revalidated(Response(document(entry.article, tagged(entry.article)), mimetype="application/xml"))


def article_json(entry: Entry) -> Json:
    """Title, text and events are those of the last version that was read."""
    read, given = entry.article, entry.submission
    return {
        "id": entry.id,
        "state": entry.state.value,
        "status_url": status_url(entry.id),
        "title": read.title if read else given.get("title"),
        "published": read.published.isoformat() if read else given.get("published"),
        "url": read.url if read else given.get("url"),
        "publisher": read.publisher if read else given.get("publisher"),
        "topics": [{"slug": topic.slug, "title": topic.title} for topic in entry.topics],
        "received": entry.received.isoformat(),
        "failure": failure_json(entry),
        "withdrawn": withdrawn_json(entry),
        "reading": entry.reading,
        "text": read.text if read else None,
        "events": [event_json(event) for event in entry.events or ()],
        "impossible": [impossible_json(found) for found in read.impossible] if read else [],
    }


def failure_json(entry: Entry) -> Json | None:
    return None if entry.failure is None else {"reason": entry.failure, "reference": entry.reference}


def withdrawn_json(entry: Entry) -> Json | None:
    return None if entry.withdrawn is None else {"at": entry.withdrawn.isoformat(), "reason": entry.reason}


def _accepted(given: object) -> Response:
    answer = receipt(parts(), given)
    response = json_reply(answer, 202)
    response.headers["Location"] = str(answer["status_url"])
    return response
