"""Streams of changes, as many at a time as threads are there for them."""

from __future__ import annotations

import threading

from flask import Blueprint, Flask, Response, current_app, request

from api.live.hearing import Ear
from api.live.stream import Streamed, Topic, stream
from api.parts import parts
from api.problems import Problem, unknown_topic
from api.queries import known_parameters
from api.settings import ApiSettings

EXTENSION = "dateline.live"
MEDIA_TYPE = "text/event-stream"
LAST = "Last-Event-ID"
_LARGEST = 2**63 - 1
_FULL = "So many streams are open here already that there is no room for another one. Try again later."

streams = Blueprint("streams", __name__, url_prefix="/api/v1/timelines/<slug>/stream")


class Live:
    """``places`` bounds the streams of this process: each has a thread of the server to itself."""

    def __init__(self, settings: ApiSettings) -> None:
        self.ear = Ear(settings.worker.redis_url)
        self.places = threading.Semaphore(settings.streams)


def register(app: Flask, settings: ApiSettings) -> None:
    app.extensions[EXTENSION] = Live(settings)


@streams.get("")
def changes(slug: str) -> Response:
    """Changes after the event that the client had last; without one, after the present moment."""
    known_parameters(request, ("since",))
    edition = parts().store.editions.topic(slug)
    if edition is None:
        raise unknown_topic(slug)
    since = _since()
    topic = Topic(parts().store, slug, edition.changed if since is None else since)
    answer = Response(_placed(topic) if request.method == "GET" else b"", mimetype=MEDIA_TYPE)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Accel-Buffering"] = "no"  # nginx would hold events back
    return answer


def _placed(topic: Topic) -> Streamed:
    """Raises a 503 where all places are taken."""
    live: Live = current_app.extensions[EXTENSION]
    if not live.places.acquire(blocking=False):
        raise Problem(503, _FULL, "streams")
    return Streamed(stream(topic, live.ear, parts().settings.stream_seconds), live.places.release)


def _since() -> int | None:
    """A browser that comes back repeats the address of its first time, and says in the header what it has by now."""
    name, given = LAST, request.headers.get(LAST)
    if given is None:
        name, given = "since", request.args.get("since")
    if given is None:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) < 20 and int(given) <= _LARGEST):
        raise Problem(400, f"{name!r} is {given[:40]!r}; it must be the id of an event of this stream.", name)
    return int(given)
