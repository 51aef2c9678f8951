"""For operators: whether it lives, and whether it can work."""

from __future__ import annotations

from flask import Blueprint, Response

from api.access.guard import needs
from api.broker import reached
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
    works = {"broker": reached(parts().broker) is not None, "store": _stored(parts())}
    missing = [name for name, working in works.items() if not working]
    if missing:
        raise Problem(503, f"Not to be reached: {' and '.join(missing)}.", *missing)
    return _fresh(json_reply({"status": "ready"}))


def _stored(parts: Parts) -> bool:
    try:
        parts.store.ping()
    except Unavailable:
        return False
    return True


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
