"""Rereadings are begun, followed and looked through over HTTP."""

from __future__ import annotations

from dataclasses import replace

import pytest
from correcting import told
from flask.testing import FlaskClient
from pilots import PUBLISHED
from processes import Valkey

from timeline.store import Entry, Store
from worker.app import REREAD
from worker.broker.lanes import BULK
from worker.rereading import advanced
from worker.rules import rules
from worker.settings import ZONE

URL = "/api/v1/rereadings"


def fog() -> Entry:
    """An article that tells nothing by today's rules, and told three events by others."""
    given = {"title": "Pilots", "text": "Fog.", "published": PUBLISHED.isoformat()}
    return replace(told(0, 1, 2, 3), submission=given)


def _finish(store: Store, number: int) -> None:
    position = 0
    while (found := advanced(store, number, position, ZONE)) and not found.ended:
        position = found.position


def test_a_rereading_is_begun_followed_and_looked_through(client: FlaskClient, store: Store, broker: Valkey) -> None:
    store.replace(fog())
    begun = client.post(f"{URL}?dry_run=true")
    assert begun.status_code == 202
    assert begun.headers["Location"] == begun.json["status_url"]
    assert {name: begun.json[name] for name in ("state", "dry_run", "topic", "reading", "total", "read")} == {
        "state": "running", "dry_run": True, "topic": None, "reading": rules(), "total": 1, "read": 0,
    }  # fmt: skip
    assert REREAD.encode() in (broker.client.lindex(f"celery\x06\x16{BULK}", 0) or b"")
    assert client.post(f"{URL}?dry_run=true").json == begun.json
    _finish(store, int(begun.json["id"]))
    ended = client.get(begun.json["status_url"]).json
    assert (ended["state"], ended["read"], ended["removed"]) == ("done", 1, 3)
    first = client.get(f"{ended['status_url']}/changes?limit=2").json
    second = client.get(first["next"]).json
    assert [line["before"]["headline"] for line in first["changes"] + second["changes"]] == [
        "Event of day 1", "Event of day 2", "Event of day 3",
    ]  # fmt: skip
    assert (second["next"], first["changes"][0]["change"], first["changes"][0]["after"]) == (None, "removed", None)
    assert client.get("/api/v1/timelines/harbour-pilots").json["count"] == 3


def test_rereadings_are_listed_the_newest_first(client: FlaskClient, store: Store) -> None:
    store.replace(told(0, 1))
    begun = [client.post(f"{URL}?{query}").json for query in ("", "dry_run=true", "topic=harbour-pilots")]
    first = client.get(f"{URL}?limit=2").json
    second = client.get(first["next"]).json
    assert first["rereadings"] + second["rereadings"] == begun[::-1]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        ("dry_run=yes", 400, "dry_run"),
        ("dry_run=", 400, "dry_run"),
        ("dry_run=true&dry_run=false", 400, "dry_run"),
        ("topic=nowhere", 404, "topic"),
        ("topic=a%00b", 404, "topic"),
        ("everything=true", 400, "everything"),
    ],
)
def test_what_cannot_be_read_again_is_refused(client: FlaskClient, query: str, status: int, field: str) -> None:
    answer = client.post(f"{URL}?{query}")
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (status, field)


@pytest.mark.parametrize("name", ["1", "x", "-1", "9" * 40, "1.0", "%D9%A1"])
def test_a_rereading_that_is_none_is_not_found(client: FlaskClient, name: str) -> None:
    assert client.get(f"{URL}/{name}").status_code == client.get(f"{URL}/{name}/changes").status_code == 404


@pytest.mark.parametrize("query", ["after=x", "after=-1", "after=", f"after={'9' * 30}", "limit=0", "page=1"])
def test_a_wrong_page_is_refused(client: FlaskClient, store: Store, query: str) -> None:
    store.replace(told(0, 1))
    begun = client.post(URL).json
    assert client.get(f"{URL}?{query}").status_code == 400
    assert client.get(f"{URL}/{begun['id']}/changes?{query}").status_code == 400


def test_without_a_broker_nothing_is_promised(brokerless: FlaskClient) -> None:
    assert brokerless.post(URL).status_code == 503
