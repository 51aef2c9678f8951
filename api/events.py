"""One event of a topic, in every format."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from api.documents import EXTENSION, EXTENSIONS, JSON, document, writer
from api.keeping import editions, told_by
from api.negotiation import accepted, negotiated
from api.parts import parts
from api.problems import Problem, unknown_topic
from api.queries import known_parameters
from api.replies import json_reply, revalidated
from timeline.chronology.importance import weighed
from timeline.formats import Format
from timeline.model import Timeline
from timeline.wire import event_json

events = Blueprint("events", __name__, url_prefix="/api/v1/timelines/<slug>/events")


@events.get("/<id>")
@told_by(editions.topic, vary="Accept")
def event(slug: str, id: str) -> BaseResponse:  # noqa: A002
    """In the format that the header Accept likes best."""
    return _told(accepted(request), slug, id)


@events.get(f"/<id>.{EXTENSION}")
@told_by(editions.topic)
def written(slug: str, id: str, extension: str) -> BaseResponse:  # noqa: A002
    return _told(EXTENSIONS[extension], slug, id)


def _told(form: Format, slug: str, id: str) -> BaseResponse:  # noqa: A002
    """An id that stands for a happening of another one leads there: for now, as corrections may part them again."""
    known_parameters(request, ())
    found = happening(slug, id)
    [single] = found.events
    if single.id != id:
        address = url_for(str(request.endpoint), **{**(request.view_args or {}), "id": single.id}, _external=True)
        return redirect(address, HTTPStatus.FOUND)
    return _record(found) if form is JSON else document(form, writer(form, slug)(found))


def happening(slug: str, id: str) -> Timeline:  # noqa: A002
    """A timeline of this one event. Raises a 404."""
    found = parts().store.event(slug, id)
    if found is None:
        raise unknown_topic(slug)
    if not found.events:
        raise Problem(404, f"There is no event {id[:80]!r} in this topic now; its timeline lists them.", "id")
    return weighed(found)


def _record(found: Timeline) -> Response:
    [single] = found.events
    told = event_json(single) | {
        "url": url_for("events.event", slug=found.topic.slug, id=single.id, _external=True),
        "topic": {"slug": found.topic.slug, "title": found.topic.title},
        "as_of": found.as_of.isoformat(),
    }
    return revalidated(negotiated(json_reply(told)))
