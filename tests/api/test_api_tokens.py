"""A token is the whole of it, until it is revoked; in a browser it is the password; its secret is kept nowhere."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from strangers import NOW, assert_stranger, token
from submitting import ARTICLE, URL

from api.access.scopes import Scope
from timeline.store import Store


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


def test_a_secret_is_nowhere_in_the_store(store: Store, sqlite_url: str) -> None:
    words = token(store, Scope.ADMIN)["Authorization"].removeprefix("Bearer ")
    store.close()
    kept = Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()
    assert b"gazette" in kept
    assert words[-43:].encode() not in kept
