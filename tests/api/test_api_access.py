"""Who may do what: without a token, with one of each scope, and where reading is by token, too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from processes import Valkey
from strangers import ELSEWHERE, assert_stranger, token
from submitting import ARTICLE, URL

from api.access.scopes import Scope
from timeline.store import Store


@pytest.mark.parametrize("origin", [{}, ELSEWHERE])
def test_by_default_everybody_reads_and_nobody_writes(
    application: Callable[..., FlaskClient], broker: Valkey, origin: dict[str, str]
) -> None:
    client = application()
    for path in ("/", "/api/v1/topics", "/healthz", "/readyz"):
        assert client.get(path, environ_base=origin).status_code == 200
    assert_stranger(client.post(URL, json=ARTICLE, environ_base=origin))
    assert broker.unfinished == 0


@pytest.mark.parametrize(
    ("scope", "statuses"),
    [(Scope.READ, (200, 403, 403)), (Scope.SUBMIT, (200, 202, 403)), (Scope.ADMIN, (200, 202, 200))],
)
def test_a_token_allows_what_its_scope_and_the_lesser_ones_say(
    closed: FlaskClient, store: Store, scope: Scope, statuses: tuple[int, ...]
) -> None:
    shown = token(store, scope)
    answers = [
        closed.get("/api/v1/topics", headers=shown, environ_base=ELSEWHERE),
        closed.post(URL, json=ARTICLE, headers=shown, environ_base=ELSEWHERE),
        closed.get("/metrics", headers=shown, environ_base=ELSEWHERE),
    ]
    assert tuple(answer.status_code for answer in answers) == statuses
    for answer in answers:
        if answer.status_code == 403:
            assert answer.mimetype == "application/problem+json"
            assert answer.www_authenticate.get("error") == "insufficient_scope"


def test_failures_are_for_admins_alone(client: FlaskClient, store: Store) -> None:
    assert client.get("/api/v1/failures").status_code == 200
    shown = token(store, Scope.SUBMIT)
    for method, path in (("GET", ""), ("GET", "/x"), ("POST", "/x/retry"), ("DELETE", "/x")):
        answer = client.open(f"/api/v1/failures{path}", method=method, headers=shown)
        assert (answer.status_code, answer.www_authenticate.get("scope")) == (403, "admin")
        assert_stranger(client.open(f"/api/v1/failures{path}", method=method))
    assert client.get("/api/v1/failures", headers=token(store, Scope.ADMIN)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/timelines/x",
        "/api/v1/topics",
        "/api/v1/timelines/x",
        "/api/v1/articles/x",
        "/api/v1/failures",
        "/metrics",
    ],
)
def test_where_reading_is_by_token_nothing_is_told_without(closed: FlaskClient, path: str) -> None:
    assert_stranger(closed.get(path, environ_base=ELSEWHERE))


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/static/page.css"])
def test_health_and_style_are_always_told(closed: FlaskClient, path: str) -> None:
    assert closed.get(path, environ_base=ELSEWHERE, headers={"Authorization": "Bearer nonsense"}).status_code == 200


def test_an_unreachable_store_lets_nobody_in(storeless: FlaskClient) -> None:
    for headers in ({}, {"Authorization": f"Bearer dateline_{'0' * 12}_{'a' * 43}"}):
        assert storeless.post(URL, json=ARTICLE, headers=headers).status_code == 503
