"""Broker or store away: said so, within seconds, and nothing half-written."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from processes import Valkey
from submitting import ARTICLE, URL

from api import create_app
from api.settings import ApiSettings
from timeline.store import Store
from worker.settings import Settings


@pytest.fixture(params=["does not answer", "does not accept"])
def silent(request: pytest.FixtureRequest, sqlite_url: str) -> Iterator[FlaskClient]:
    """A broker's port behind which nobody reads."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0 if request.param == "does not accept" else 50)
        port = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(4 if request.param == "does not accept" else 0)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        worker = Settings(redis_url=f"redis://127.0.0.1:{port}/0", database_url=sqlite_url)
        yield create_app(ApiSettings(worker=worker, writing="loopback")).test_client()
        for each in waiting:
            each.close()


def assert_refused(client: FlaskClient, part: str, seconds: float) -> None:
    started = time.monotonic()
    answer = client.post(URL, json=ARTICLE)
    assert time.monotonic() - started < seconds
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.json["errors"][0]["field"] == part


def test_without_a_broker_nothing_is_stored(brokerless: FlaskClient, store: Store) -> None:
    assert_refused(brokerless, "broker", seconds=2)
    assert store.topics() == ()


def test_a_broker_that_is_silent_is_given_up_after_seconds(silent: FlaskClient, store: Store) -> None:
    assert_refused(silent, "broker", seconds=8)
    assert store.topics() == ()


def test_a_broker_that_takes_no_more_is_told_as_down(client: FlaskClient, broker: Valkey, store: Store) -> None:
    broker.client.config_set("maxmemory", 1)
    try:
        assert_refused(client, "broker", seconds=2)
    finally:
        broker.client.config_set("maxmemory", 0)
    assert store.topics() == ()
    assert client.post(URL, json=ARTICLE).status_code == 202


def test_without_a_store_nothing_is_queued(storeless: FlaskClient, broker: Valkey) -> None:
    assert_refused(storeless, "store", seconds=8)
    assert broker.unfinished == 0


@pytest.mark.parametrize("path", ["/api/v1/topics", "/api/v1/timelines/x", "/api/v1/articles/x"])
def test_without_a_store_nothing_can_be_read(storeless: FlaskClient, path: str) -> None:
    answer = storeless.get(path)
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert answer.headers["Retry-After"]


def test_lines_of_json_are_refused_as_a_whole_when_none_could_be_taken_in(brokerless: FlaskClient) -> None:
    body = "\n".join(["{", json.dumps(ARTICLE)])
    answer = brokerless.post(URL, data=body, content_type="application/x-ndjson")
    assert answer.status_code == 503


def test_readiness_names_what_is_missing(client: FlaskClient, brokerless: FlaskClient, storeless: FlaskClient) -> None:
    assert client.get("/readyz").status_code == 200
    for without, part in ((brokerless, "broker"), (storeless, "store")):
        answer = without.get("/readyz")
        assert (answer.status_code, [error["field"] for error in answer.json["errors"]]) == (503, [part])
        assert without.get("/healthz").status_code == 200


def test_metrics_tell_what_is_reachable_and_what_waits(client: FlaskClient, brokerless: FlaskClient) -> None:
    client.post(URL, json=ARTICLE)
    lines = client.get("/metrics").text.splitlines()
    assert 'dateline_reachable{part="broker"} 1' in lines
    assert 'dateline_queue_messages{state="waiting"} 1' in lines
    assert 'dateline_reachable{part="broker"} 0' in brokerless.get("/metrics").text.splitlines()
