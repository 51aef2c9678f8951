"""How often an address or a token may ask, wherever its requests are counted."""

from __future__ import annotations

import logging
import re

import pytest
import strangers
from flask.testing import FlaskClient
from limited import TOPICS, Made
from processes import Valkey, free_port
from submitting import ARTICLE, URL

from api.access.scopes import Scope
from timeline.store import Store

HERE = {"REMOTE_ADDR": "198.51.100.7"}
THERE = {"REMOTE_ADDR": "198.51.100.8"}


def token(store: Store, name: str) -> dict[str, str]:
    return strangers.token(store, Scope.SUBMIT, name)


def statuses(
    client: FlaskClient, times: int, origin: dict[str, str], headers: dict[str, str] | None = None
) -> list[int]:
    return [client.get(TOPICS, environ_base=origin, headers=headers).status_code for _ in range(times)]


def test_an_address_that_asks_too_often_is_told_when_to_go_on(made: Made) -> None:
    client = made(read_rate=3)
    assert statuses(client, 4, HERE) == [200, 200, 200, 429]
    answer = client.get(TOPICS, environ_base=HERE)
    assert answer.mimetype == "application/problem+json"
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["RateLimit-Policy"] == '"reading";q=3;w=60'
    assert re.fullmatch(r'"reading";r=0;t=\d+', answer.headers["RateLimit"])
    assert statuses(client, 1, THERE) == [200]
    assert client.get("/healthz", environ_base=HERE).status_code == 200


def test_processes_count_together(made: Made) -> None:
    one, other = made(read_rate=2), made(read_rate=2)
    assert [client.get(TOPICS, environ_base=HERE).status_code for client in (one, other, one, other)] == [
        200,
        200,
        429,
        429,
    ]


def test_a_token_has_a_limit_of_its_own_wherever_it_is_used(made: Made, store: Store) -> None:
    client, mine, other = made(read_rate=2), token(store, "mine"), token(store, "other")
    assert statuses(client, 1, HERE, mine) + statuses(client, 2, THERE, mine) == [200, 200, 429]
    assert statuses(client, 1, HERE, other) == [200]
    assert statuses(client, 1, HERE) == [200]


def test_reading_and_writing_are_counted_apart(made: Made, store: Store) -> None:
    client, mine = made(read_rate=100, write_rate=1), token(store, "mine")
    assert [client.post(URL, json=ARTICLE, headers=mine).status_code for _ in range(2)] == [202, 429]
    assert statuses(client, 1, HERE, mine) == [200]


def test_guessing_tokens_is_counted_for_the_address(made: Made) -> None:
    client = made(write_rate=2)
    guesses = [{"Authorization": f"Bearer dateline_{number:012}_{'x' * 43}"} for number in range(3)]
    answers = [client.post(URL, json=ARTICLE, headers=guess, environ_base=HERE) for guess in guesses]
    assert [answer.status_code for answer in answers] == [401, 401, 429]


def test_programs_of_this_machine_are_not_counted(made: Made, broker: Valkey) -> None:
    client = made(read_rate=1, write_rate=1)
    assert [client.post(URL, json=ARTICLE).status_code for _ in range(3)] == [202] * 3
    assert not [key for key in broker.client.scan_iter() if b"rates" in key]


def test_0_is_no_limit(made: Made) -> None:
    assert statuses(made(read_rate=0), 5, HERE) == [200] * 5


def test_without_the_counting_redis_everybody_is_answered_and_counted_here(
    made: Made, caplog: pytest.LogCaptureFixture
) -> None:
    """It fails open for the other processes: each counts for itself."""
    client = made(read_rate=2, rates_url=f"redis://127.0.0.1:{free_port()}/0")
    with caplog.at_level(logging.WARNING):
        assert statuses(client, 2, HERE) == [200, 200]
    assert "Rate limit storage unreachable" in caplog.text
    assert statuses(client, 1, HERE) == [429]
