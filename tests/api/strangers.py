"""Who has a token, who has none, and where requests come from."""

from __future__ import annotations

from datetime import UTC, datetime

from werkzeug.test import TestResponse

from api.access.scopes import Scope
from api.access.tokens import issued
from timeline.store import Store

NOW = datetime(2025, 3, 5, 9, tzinfo=UTC)
ELSEWHERE = {"REMOTE_ADDR": "198.51.100.7"}


def token(store: Store, scope: Scope, name: str = "gazette") -> dict[str, str]:
    """The headers of somebody who was given a token."""
    kept, words = issued(name, scope, NOW)
    store.tokens.add(kept)
    return {"Authorization": f"Bearer {words}"}


def assert_stranger(answer: TestResponse, error: str | None = None) -> None:
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    challenge = answer.www_authenticate
    assert challenge.type == "bearer"
    assert challenge.get("error") == error
