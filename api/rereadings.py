"""Stored articles read again with today's rules: begun, followed, and what it changes."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, Response, request, url_for

from api.access.guard import needs
from api.access.scopes import Scope
from api.parts import parts
from api.problems import Json, Problem, unknown_topic
from api.queries import known_parameters, page_limit, whole
from api.replies import json_reply
from api.settings import LARGEST_PAGE
from timeline.store import Rereading
from worker.rules import rules

rereadings = Blueprint("rereadings", __name__, url_prefix="/api/v1/rereadings")


@rereadings.post("")
@needs(Scope.ADMIN)
def begin() -> Response:
    """One that is under way with the same topic, rules and ``dry_run`` goes on."""
    known_parameters(request, ("topic", "dry_run"))
    slug, dry = request.args.get("topic"), _dry()
    found = parts().store.rereadings.begin(slug, rules(), datetime.now(UTC), dry=dry)
    if found is None:
        raise unknown_topic(slug or "")
    parts().broker.send_rereading(found.id, found.position)
    response = json_reply(rereading_json(found), 202)
    response.headers["Location"] = url_for(".rereading", id=found.id, _external=True)
    return response


@rereadings.get("")
@needs(Scope.ADMIN)
def listed() -> Response:
    """The newest first; ``after`` is the id of the last one of the page before."""
    known_parameters(request, ("limit", "after"))
    limit = page_limit(request, parts().settings.page_size, LARGEST_PAGE)
    found = parts().store.rereadings.all(limit=limit + 1, before=whole(request, "after"))
    more = url_for(".listed", limit=limit, after=found[limit - 1].id, _external=True) if len(found) > limit else None
    return json_reply({"rereadings": [rereading_json(one) for one in found[:limit]], "next": more})


@rereadings.get("/<id>")
@needs(Scope.ADMIN)
def rereading(id: str) -> Response:  # noqa: A002
    known_parameters(request, ())
    return json_reply(rereading_json(_found(id)))


@rereadings.get("/<id>/changes")
@needs(Scope.ADMIN)
def changes(id: str) -> Response:  # noqa: A002
    """In the order in which the articles came in; ``after`` is the number of the last one of the page before."""
    known_parameters(request, ("limit", "after"))
    number = _found(id).id
    limit = page_limit(request, parts().settings.page_size, LARGEST_PAGE)
    found = parts().store.rereadings.changes(number, limit=limit + 1, after=whole(request, "after") or 0)
    last = found[limit - 1][0] if len(found) > limit else None
    more = None if last is None else url_for(".changes", id=number, limit=limit, after=last, _external=True)
    return json_reply({"changes": [line for _, line in found[:limit]], "next": more})


def rereading_json(found: Rereading) -> Json:
    return {
        "id": str(found.id),
        "state": "done" if found.ended else "running",
        "status_url": url_for("rereadings.rereading", id=found.id, _external=True),
        "topic": found.topic,
        "dry_run": found.dry,
        "reading": found.reading,
        "begun": found.begun.isoformat(),
        "ended": found.ended.isoformat() if found.ended else None,
        "total": found.total,
        "read": found.read,
        "failed": found.failed,
        "articles": found.articles,
        "added": found.added,
        "removed": found.removed,
        "changed": found.changed,
    }


def _found(id_: str) -> Rereading:
    known = id_.isascii() and id_.isdecimal() and len(id_) <= 18
    found = parts().store.rereadings.find(int(id_)) if known else None
    if found is None:
        raise Problem(404, f"There is no rereading {id_[:80]!r}; /api/v1/rereadings lists them.", "id")
    return found


def _dry() -> bool:
    given = request.args.get("dry_run", "false")
    if given not in ("true", "false"):
        raise Problem(400, f"'dry_run' is {given[:40]!r}; it must be true or false.", "dry_run")
    return given == "true"
