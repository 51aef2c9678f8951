"""Figures for Prometheus: of broker and store as they are now, and what all processes counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from flask import Blueprint, Response
from redis.exceptions import RedisError

from api.access.guard import needs
from api.access.scopes import Scope
from api.broker import Backlog, reached
from api.exposition import MEDIA_TYPE, gauge, histogram
from api.parts import parts
from timeline.store import Figures, Unavailable
from worker.meters import BOUNDS, Histograms

metrics = Blueprint("metrics", __name__)


@metrics.get("/metrics")
@needs(Scope.ADMIN, here=True)
def figures() -> Response:
    """What cannot be reached is left out, and said to be so."""
    lines = "\n".join((*_lines(reached(parts().broker), _figures()), *_durations(_histograms())))
    response = Response(lines + "\n", content_type=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def _lines(backlog: Backlog | None, found: Figures | None) -> Iterator[str]:
    reached = [({"part": "broker"}, backlog is not None), ({"part": "store"}, found is not None)]
    yield from gauge("dateline_reachable", "Whether a part that the API needs answers.", reached)
    if backlog is not None:
        counts = [({"state": "waiting"}, backlog.waiting), ({"state": "taken"}, backlog.taken)]
        told = "Messages that wait, and those taken by workers but not finished."
        yield from gauge("dateline_queue_messages", told, counts)
        told = "Articles that wait, a batch counted as full; DATELINE_QUEUE_LIMIT is the most."
        yield from gauge("dateline_queue_articles", told, [({}, backlog.articles)])
    if found is not None:
        yield from _kept(found)


def _kept(found: Figures) -> Iterator[str]:
    articles = [({"state": state.value}, count) for state, count in found.articles.items()]
    age = max((datetime.now(UTC) - found.oldest).total_seconds(), 0) if found.oldest else 0
    told = "Seconds since the oldest unfinished article was accepted; 0 without one."
    yield from gauge("dateline_articles", "Articles in the store; done includes those withdrawn.", articles)
    yield from gauge("dateline_oldest_unfinished_seconds", told, [({}, age)])
    yield from gauge("dateline_failures", "Articles that failed and wait for somebody.", [({}, found.failed)])
    yield from gauge("dateline_topics", "Topics in the store.", [({}, found.topics)])
    yield from gauge("dateline_events", "Entries of all timelines.", [({}, found.events)])


def _durations(found: Histograms | None) -> Iterator[str]:
    if found is None:
        return
    ingest = [({"outcome": outcome}, one) for (outcome,), one in sorted(found["ingest"].items())]
    told = "From acceptance until an article was in the store with its events, or failed."
    yield from histogram("dateline_ingest_seconds", told, BOUNDS["ingest"], ingest)
    requests = [
        ({"method": method, "route": route, "status": status}, one)
        for (method, route, status), one in sorted(found["request"].items())
    ]
    yield from histogram("dateline_request_seconds", "Time to answer a request.", BOUNDS["request"], requests)


def _figures() -> Figures | None:
    try:
        parts().store.ping()
        return parts().store.figures()
    except Unavailable:
        return None


def _histograms() -> Histograms | None:
    try:
        return parts().meters.all()
    except (RedisError, OSError):
        return None
