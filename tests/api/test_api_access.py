"""Who may do what: without a token, with one of each scope, from here and from elsewhere."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from processes import Valkey
from test_api_submissions import ARTICLE, URL
from werkzeug.test import TestResponse

from api import create_app
from api.access.scopes import Scope
from api.access.tokens import issued
from api.settings import ApiSettings
from timeline.store import Store
from worker.settings import Settings

NOW = datetime(2025, 3, 5, 9, tzinfo=UTC)
ELSEWHERE = {"REMOTE_ADDR": "198.51.100.7"}
API = ("topics", "timelines/x", "articles/x", "failures")


@pytest.fixture
def application(broker: Valkey, sqlite_url: str) -> Callable[..., FlaskClient]:
    def made(**chosen: str) -> FlaskClient:
        worker = Settings(redis_url=broker.url, database_url=sqlite_url)
        return create_app(ApiSettings(worker=worker, **chosen)).test_client()  # type: ignore[arg-type]

    return made


@pytest.fixture
def closed(application: Callable[..., FlaskClient]) -> FlaskClient:
    """A server that also reads by token."""
    return application(reading="token")


def token(store: Store, scope: Scope) -> dict[str, str]:
    """The headers of somebody who was given a token."""
    kept, words = issued("gazette", scope, NOW)
    store.tokens.add(kept)
    return {"Authorization": f"Bearer {words}"}


def assert_stranger(answer: TestResponse, error: str | None = None) -> None:
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    challenge = answer.www_authenticate
    assert challenge.type == "bearer"
    assert challenge.get("error") == error


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


def test_a_browser_is_asked_for_a_password_which_is_the_token(closed: FlaskClient, store: Store) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    asked = closed.get("/", headers=browser)
    assert (asked.status_code, asked.mimetype, asked.www_authenticate.type) == (401, "text/html", "basic")
    words = token(store, Scope.READ)["Authorization"].removeprefix("Bearer ")
    password = "Basic " + base64.b64encode(f"anybody:{words}".encode()).decode()
    assert closed.get("/", headers=browser | {"Authorization": password}).status_code == 200
    wrong = "Basic " + base64.b64encode(b"anybody:password").decode()
    assert closed.get("/", headers=browser | {"Authorization": wrong}).status_code == 401


def test_a_browsers_password_does_not_write(application: Callable[..., FlaskClient], store: Store) -> None:
    """A browser sends it along with the form of any other site."""
    words = token(store, Scope.ADMIN)["Authorization"].removeprefix("Bearer ")
    password = "Basic " + base64.b64encode(f"anybody:{words}".encode()).decode()
    answer = application().post(URL, json=ARTICLE, headers={"Authorization": password})
    assert_stranger(answer, "invalid_token")


@pytest.mark.parametrize("change", [lambda words: words[:-1], lambda words: words + "x", lambda _: "", lambda _: "é"])
def test_what_is_no_token_is_refused_even_where_none_is_needed(
    client: FlaskClient, store: Store, change: Callable[[str], str]
) -> None:
    words = change(token(store, Scope.ADMIN)["Authorization"].removeprefix("Bearer "))
    for method, path in (("GET", "/api/v1/topics"), ("POST", URL)):
        answer = client.open(path, method=method, json=ARTICLE, headers={"Authorization": f"Bearer {words}"})
        assert_stranger(answer, "invalid_token")


def test_another_tokens_id_with_ones_own_secret_is_refused(client: FlaskClient, store: Store) -> None:
    mine, other = token(store, Scope.SUBMIT)["Authorization"], token(store, Scope.ADMIN)["Authorization"]
    mixed = other[: other.index("_", 20) + 1] + mine[mine.index("_", 20) + 1 :]
    assert_stranger(client.get("/metrics", headers={"Authorization": mixed}), "invalid_token")


def test_a_revoked_token_is_refused_from_the_next_request_on(client: FlaskClient, store: Store) -> None:
    shown = token(store, Scope.SUBMIT)
    assert client.post(URL, json=ARTICLE, headers=shown).status_code == 202
    assert store.tokens.revoke("gazette", NOW) == 1
    assert_stranger(client.post(URL, json=ARTICLE, headers=shown), "invalid_token")
    assert store.tokens.revoke("gazette", NOW) == 0


def test_programs_of_this_machine_write_until_a_token_was_ever_made(client: FlaskClient, store: Store) -> None:
    assert client.post(URL, json=ARTICLE).status_code == 202
    shown = token(store, Scope.SUBMIT)
    assert_stranger(client.post(URL, json=ARTICLE))
    store.tokens.revoke(shown["Authorization"].split("_")[1], NOW)
    assert_stranger(client.post(URL, json=ARTICLE))


@pytest.mark.parametrize(
    ("headers", "origin"),
    [
        ({}, ELSEWHERE),
        ({"X-Forwarded-For": "127.0.0.1"}, {}),
        ({"Forwarded": "for=127.0.0.1"}, {}),
        ({"Host": "news.example"}, {}),
        ({"Origin": "https://elsewhere.example"}, {}),
        ({"Origin": "null"}, {}),
        ({"Sec-Fetch-Site": "cross-site"}, {}),
        ({"Sec-Fetch-Site": "same-site"}, {}),
    ],
)
def test_what_a_proxy_or_a_page_passes_on_does_not_come_from_this_machine(
    client: FlaskClient, headers: dict[str, str], origin: dict[str, str]
) -> None:
    given = {"Content-Type": "text/plain"} | headers
    for method, path in (("POST", f"{URL}?published=2025-03-05"), ("GET", "/metrics")):
        assert_stranger(client.open(path, method=method, data=b"Fog.", headers=given, environ_base=origin))


@pytest.mark.parametrize(
    ("headers", "origin"),
    [
        ({"Host": "localhost:8000", "Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}, {}),
        ({"Host": "[::1]:8000"}, {"REMOTE_ADDR": "::1"}),
        ({"Host": "127.0.0.1"}, {"REMOTE_ADDR": "::ffff:127.0.0.1"}),
    ],
)
def test_programs_of_this_machine_have_several_names_for_it(
    client: FlaskClient, headers: dict[str, str], origin: dict[str, str]
) -> None:
    assert client.post(URL, json=ARTICLE, headers=headers, environ_base=origin).status_code == 202


def test_a_secret_is_nowhere_in_the_store(store: Store, sqlite_url: str) -> None:
    words = token(store, Scope.ADMIN)["Authorization"].removeprefix("Bearer ")
    store.close()
    kept = Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()
    assert b"gazette" in kept
    assert words[-43:].encode() not in kept


def test_an_unreachable_store_lets_nobody_in(storeless: FlaskClient) -> None:
    for headers in ({}, {"Authorization": f"Bearer dateline_{'0' * 12}_{'a' * 43}"}):
        assert storeless.post(URL, json=ARTICLE, headers=headers).status_code == 503
