"""Programs of this machine write without a token, while none was ever made, and nobody else passes for one."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from strangers import ELSEWHERE, NOW, assert_stranger, token
from submitting import ARTICLE, URL

from api.access.scopes import Scope
from timeline.store import Store


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
