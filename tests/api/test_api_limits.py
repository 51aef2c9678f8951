"""How much anybody may ask for, and what happens when it is too much."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from processes import Valkey, free_port, until
from test_api_submissions import ARTICLE, URL

from api import create_app
from api.access.scopes import Scope
from api.access.tokens import issued
from api.settings import ApiSettings
from timeline.store import Store
from worker.settings import Settings

HERE = {"REMOTE_ADDR": "198.51.100.7"}
THERE = {"REMOTE_ADDR": "198.51.100.8"}
TOPICS = "/api/v1/topics"
Made = Callable[..., FlaskClient]


@pytest.fixture
def made(broker: Valkey, sqlite_url: str) -> Made:
    """An application with some limits of its own."""

    def made(redis_url: str = broker.url, **limits: object) -> FlaskClient:
        worker = Settings(redis_url=redis_url, database_url=sqlite_url)
        return create_app(ApiSettings(worker=worker, writing="loopback", **limits)).test_client()  # type: ignore[arg-type]

    return made


def token(store: Store, name: str) -> dict[str, str]:
    kept, words = issued(name, Scope.SUBMIT, datetime.now(UTC))
    store.tokens.add(kept)
    return {"Authorization": f"Bearer {words}"}


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


def test_a_full_queue_takes_no_more_until_it_was_worked_off(made: Made, broker: Valkey, store: Store) -> None:
    """There is no worker here: what waits stays."""
    client = made(queue_limit=3)
    articles = [ARTICLE | {"title": f"Pilot number {number} retires"} for number in range(5)]
    answers = [client.post(URL, json=article) for article in articles]
    assert [answer.status_code for answer in answers] == [202, 202, 202, 503, 503]
    refused = answers[-1]
    assert int(refused.headers["Retry-After"]) > 0
    assert refused.json["errors"][0]["field"] == "queue"
    assert broker.unfinished == 3
    assert [summary.articles for summary in store.topics()] == [3]
    assert client.get(TOPICS).status_code == 200
    broker.client.delete("celery")
    until(lambda: client.post(URL, json=articles[3]).status_code == 202)


def test_lines_of_json_fill_the_queue_up_and_the_rest_is_told_so(made: Made, broker: Valkey) -> None:
    body = "\n".join(json.dumps(ARTICLE | {"title": f"Pilot number {number} retires"}) for number in range(4))
    answer = made(queue_limit=3).post(URL, data=body, content_type="application/x-ndjson")
    assert [line.get("error", {}).get("status") for line in answer.json] == [None, None, None, 503]
    assert broker.unfinished == 1, "all in one message"


def test_what_others_sent_is_seen_within_a_second(made: Made, broker: Valkey) -> None:
    one, other = made(queue_limit=2), made(queue_limit=2)
    assert one.post(URL, json=ARTICLE).status_code == 202
    assert other.post(URL, json=ARTICLE).status_code == 202
    until(lambda: one.post(URL, json=ARTICLE).status_code == 503)
    assert broker.unfinished <= 3


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"topics": [f"Topic {number}" for number in range(21)]}, "topics"),
        ({"topics": ["T" * 201]}, "topics"),
        ({"title": "T" * 1001}, "title"),
        ({"publisher": "P" * 201}, "publisher"),
        ({"url": "https://example.org/" + "u" * 2000}, "url"),
    ],
)
def test_an_article_with_more_of_anything_than_it_may_have_is_refused(
    client: FlaskClient, change: dict[str, object], part: str
) -> None:
    answer = client.post(URL, json=ARTICLE | change)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["field"].startswith(part)


def test_lines_may_be_longer_together_than_one_article(made: Made) -> None:
    line = json.dumps(ARTICLE | {"text": "The harbour board met on 4 March 2024. " * 20})
    answer = made(max_body=2_000).post(URL, data="\n".join([line] * 5), content_type="application/x-ndjson")
    assert answer.status_code == 202
    assert len({each["id"] for each in answer.json}) == 1


def test_more_lines_than_a_request_may_have_are_refused(made: Made, broker: Valkey) -> None:
    body = "\n".join(["{}"] * 11)
    answer = made(max_lines=10).post(URL, data=body, content_type="application/x-ndjson")
    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")
    assert broker.unfinished == 0
