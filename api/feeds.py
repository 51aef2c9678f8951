"""Feeds that the operator has set up: which, how they do, and changes to them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Annotated

from flask import Blueprint, Response, request, url_for
from pydantic import BaseModel, ConfigDict, Field

from api.access.guard import needs
from api.access.scopes import Scope
from api.objects import given
from api.parts import parts
from api.problems import Json, Problem
from api.queries import known_parameters
from api.replies import json_reply
from timeline.addresses import canonical
from timeline.store import Feed
from timeline.submission import Address, Topics

feeds = Blueprint("feeds", __name__, url_prefix="/api/v1/feeds")

LEAST_SECONDS, MOST_SECONDS, SECONDS = 60, 7 * 86_400, 900


class Subscription(BaseModel):
    """A feed to be polled every so many seconds, whose entries go into these topics."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    url: Address
    topics: Annotated[Topics, Field(min_length=1)]
    every: Annotated[int, Field(ge=LEAST_SECONDS, le=MOST_SECONDS)] = SECONDS


@feeds.get("")
@needs(Scope.ADMIN)
def listed() -> Response:
    known_parameters(request, ())
    return json_reply({"feeds": [_told(feed) for feed in parts().store.feeds.all()]})


@feeds.post("")
@needs(Scope.ADMIN)
def add() -> Response:
    """The same address again changes what there is."""
    asked = given(Subscription, "a feed", '{"url": "https://…", "topics": ["…"]}')
    now = datetime.now(UTC)
    id_ = hashlib.sha256(canonical(asked.url).encode()).hexdigest()[:12]
    feed = Feed(id=id_, url=asked.url, topics=tuple(asked.topics), every=asked.every, made=now, due=now)
    parts().store.feeds.put(feed)
    response = json_reply(_told(feed), 201)
    response.headers["Location"] = url_for(".feed", id=id_, _external=True)
    return response


@feeds.get("/<id>")
@needs(Scope.ADMIN)
def feed(id: str) -> Response:  # noqa: A002
    known_parameters(request, ())
    found = parts().store.feeds.find(id)
    if found is None:
        raise _unknown(id)
    return json_reply(_told(found))


@feeds.post("/<id>/poll")
@needs(Scope.ADMIN)
def poll(id: str) -> Response:  # noqa: A002
    """As soon as somebody looks for what is due."""
    known_parameters(request, ())
    if not parts().store.feeds.hasten(id, datetime.now(UTC)):
        raise _unknown(id)
    found = parts().store.feeds.find(id)
    if found is None:
        raise _unknown(id)
    return json_reply(_told(found), 202)


@feeds.delete("/<id>")
@needs(Scope.ADMIN)
def remove(id: str) -> Response:  # noqa: A002
    """What came out of it stays."""
    known_parameters(request, ())
    if not parts().store.feeds.remove(id):
        raise _unknown(id)
    return Response(status=204)


def _unknown(id_: str) -> Problem:
    return Problem(404, f"There is no feed {id_[:80]!r}.", "id")


def _told(feed: Feed) -> Json:
    return {
        "id": feed.id,
        "url": feed.url,
        "topics": list(feed.topics),
        "every": feed.every,
        "state": "gone" if feed.gone else "faulty" if feed.failures else "new" if feed.polled is None else "sound",
        "outcome": feed.told,
        "failures": feed.failures,
        "polled": feed.polled.isoformat() if feed.polled else None,
        "due": None if feed.gone else feed.due.isoformat(),
    }
