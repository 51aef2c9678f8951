"""Articles that failed: why, once more, or no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from flask import Blueprint, Response, request, url_for

from api.access.guard import needs
from api.access.scopes import Scope
from api.articles import failure_json
from api.intake import status_url
from api.parts import parts
from api.problems import Json, Problem, unknown_article
from api.queries import known_parameters, page_limit
from api.replies import json_reply
from api.settings import LARGEST_PAGE
from timeline.progress import State
from timeline.store import Entry
from timeline.submission import submission

failures = Blueprint("failures", __name__, url_prefix="/api/v1/failures")


@failures.get("")
@needs(Scope.ADMIN)
def listed() -> Response:
    """In order of acceptance, the oldest first; ``after`` is the id of the last one of the page before."""
    known_parameters(request, ("limit", "after"))
    limit = page_limit(request, parts().settings.page_size, LARGEST_PAGE)
    last = request.args.get("after")
    found = parts().store.failed(limit=limit + 1, after=None if last is None else _failed(last))
    last_of = found[limit - 1].id if len(found) > limit else None
    more = last_of and url_for(".listed", limit=limit, after=last_of, _external=True)
    page: Json = {
        "count": parts().store.ledger().failed,
        "failures": [_summary(entry) for entry in found[:limit]],
        "next": more,
    }
    return json_reply(page)


@failures.get("/<id>")
@needs(Scope.ADMIN)
def failure(id: str) -> Response:  # noqa: A002
    known_parameters(request, ())
    entry = _failed(id)
    return json_reply({**_summary(entry), "submission": entry.submission})


@failures.post("/<id>/retry")
@needs(Scope.ADMIN)
def retry(id: str) -> Response:  # noqa: A002
    """What was submitted, as if it had just come in, under the id that it has."""
    known_parameters(request, ())
    entry = _failed(id)
    submission(entry.submission)
    again = replace(entry, state=State.QUEUED, received=datetime.now(UTC), events=None, failure=None, reference=None)
    broker = parts().broker
    parts().store.replace(again, then=lambda: broker.send(again.submission, again.received, again.id))
    return json_reply({"id": again.id, "state": again.state.value, "status_url": status_url(again.id)}, 202)


@failures.delete("/<id>")
@needs(Scope.ADMIN)
def drop(id: str) -> Response:  # noqa: A002
    """The failure is forgotten: an earlier version stands again, or the article is withdrawn."""
    known_parameters(request, ())
    entry = _failed(id)
    if entry.events is None:
        parts().store.withdraw(id, datetime.now(UTC))
    else:
        state = State.WITHDRAWN if entry.withdrawn else State.DONE
        parts().store.replace(replace(entry, state=state, events=None, failure=None, reference=None))
    return Response(status=204)


def _failed(id_: str) -> Entry:
    entry = parts().store.entry(id_)
    if entry is None:
        raise unknown_article(id_)
    if entry.state is not State.FAILED:
        raise Problem(409, f"The article {id_!r} has not failed: it is {entry.state.value}.", "id")
    return entry


def _summary(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "status_url": status_url(entry.id),
        "received": entry.received.isoformat(),
        "title": entry.submission.get("title"),
        "url": entry.submission.get("url"),
        "failure": failure_json(entry),
    }
