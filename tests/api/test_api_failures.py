"""Failures can be looked at, tried again and forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from failing import ACCEPTED, failed
from flask.testing import FlaskClient
from processes import Valkey
from submitting import ARTICLE, queued

from timeline.progress import State
from timeline.store import Store

URL = "/api/v1/failures"


def test_failures_are_listed_page_by_page_with_reason_and_log_reference(client: FlaskClient, store: Store) -> None:
    assert client.get(URL).json == {"count": 0, "failures": [], "next": None}
    for number in range(3):
        store.replace(failed(number))
    first = client.get(f"{URL}?limit=2").json
    assert first["next"].startswith("http://")
    second = client.get(first["next"]).json
    assert (first["count"], second["next"]) == (3, None)
    told = [*first["failures"], *second["failures"]]
    assert [each["id"] for each in told] == [failed(number).id for number in range(3)]
    assert told[0]["failure"] == {"reason": "Reading it took too long.", "reference": "0f1e2d3c4b5a"}
    assert told[0]["title"] == ARTICLE["title"]


def test_a_failure_shows_what_was_submitted(client: FlaskClient, store: Store) -> None:
    store.replace(failed())
    assert client.get(f"{URL}/{failed().id}").json["submission"] == ARTICLE


def test_a_retry_queues_what_was_submitted_under_the_same_id(client: FlaskClient, broker: Valkey, store: Store) -> None:
    store.replace(failed())
    answer = client.post(f"{URL}/{failed().id}/retry")
    assert (answer.status_code, answer.json["id"]) == (202, failed().id)
    assert queued(broker) == [ARTICLE]
    entry = store.entry(failed().id)
    assert entry is not None
    assert (entry.state, entry.failure, entry.reference) == (State.QUEUED, None, None)
    assert client.get(URL).json["count"] == 0


def test_a_retry_of_what_is_no_article_says_so_and_leaves_the_failure(
    client: FlaskClient, broker: Valkey, store: Store
) -> None:
    store.replace(failed(submission={"given": 5}))
    assert client.post(f"{URL}/{failed().id}/retry").status_code == 422
    assert queued(broker) == []
    assert client.get(URL).json["count"] == 1


def test_a_dropped_failure_is_withdrawn(client: FlaskClient, store: Store) -> None:
    store.replace(failed())
    assert client.delete(f"{URL}/{failed().id}").status_code == 204
    entry = store.entry(failed().id)
    assert entry is not None
    assert (entry.state, client.get(URL).json["count"]) == (State.WITHDRAWN, 0)


def test_dropping_a_failed_correction_leaves_the_version_before_it(client: FlaskClient, store: Store) -> None:
    store.replace(failed(state=State.DONE, events=(), failure=None, reference=None))
    store.replace(failed(received=ACCEPTED + timedelta(hours=1)))
    client.delete(f"{URL}/{failed().id}")
    entry = store.entry(failed().id)
    assert entry is not None
    assert (entry.state, entry.events) == (State.DONE, ())


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("POST", "/retry"), ("DELETE", "")])
def test_what_has_not_failed_is_no_failure(client: FlaskClient, store: Store, method: str, path: str) -> None:
    assert client.open(f"{URL}/none{path}", method=method).status_code == 404
    store.replace(failed(state=State.DONE, events=(), failure=None))
    assert client.open(f"{URL}/{failed().id}{path}", method=method).status_code == 409
