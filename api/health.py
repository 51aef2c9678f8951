"""For operators: whether it lives, whether it can work, and how much waits."""

from __future__ import annotations

from flask import Blueprint, Response

from api.access.guard import needs
from api.access.scopes import Scope
from api.broker import Backlog, BrokerDown
from api.parts import Parts, parts
from api.problems import Problem
from api.replies import json_reply
from timeline.store import Unavailable

health = Blueprint("health", __name__)


@health.get("/healthz")
@needs(None)
def alive() -> Response:
    return _fresh(json_reply({"status": "alive"}))


@health.get("/readyz")
@needs(None)
def ready() -> Response:
    """503 names each part that cannot be used."""
    works = {"broker": _backlog(parts()) is not None, "store": _stored(parts())}
    missing = [name for name, working in works.items() if not working]
    if missing:
        raise Problem(503, f"Not to be reached: {' and '.join(missing)}.", *missing)
    return _fresh(json_reply({"status": "ready"}))


@health.get("/metrics")
@needs(Scope.ADMIN, here=True)
def metrics() -> Response:
    """Prometheus text format 0.0.4."""
    backlog = _backlog(parts())
    rows = [
        "# HELP dateline_reachable Whether a part that the API needs answers.",
        "# TYPE dateline_reachable gauge",
        f'dateline_reachable{{part="broker"}} {int(backlog is not None)}',
        f'dateline_reachable{{part="store"}} {int(_stored(parts()))}',
    ]
    if backlog is not None:
        rows += [
            "# HELP dateline_queue_messages Messages that wait, and those taken by workers but not finished.",
            "# TYPE dateline_queue_messages gauge",
            f'dateline_queue_messages{{state="waiting"}} {backlog.waiting}',
            f'dateline_queue_messages{{state="taken"}} {backlog.taken}',
        ]
    return _fresh(Response("\n".join(rows) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8"))


def _backlog(parts: Parts) -> Backlog | None:
    try:
        return parts.broker.backlog()
    except BrokerDown:
        return None


def _stored(parts: Parts) -> bool:
    try:
        parts.store.ping()
    except Unavailable:
        return False
    return True


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
