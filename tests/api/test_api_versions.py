"""Articles are withdrawn once, with a reason, come back, and tell their versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from correcting import ID, VERSIONS, headlines, told
from failing import failed
from flask.testing import FlaskClient
from submitting import ARTICLE, URL

from timeline.progress import State
from timeline.store import Store


def test_an_article_is_withdrawn_once_with_its_reason(client: FlaskClient, corrected: datetime) -> None:
    answer = client.delete(f"{URL}/{ID}?reason=It%20was%0Aa%20hoax.")
    assert (answer.status_code, answer.json["state"], answer.json["events"]) == (200, "withdrawn", [])
    assert answer.json["withdrawn"]["reason"] == "It was a hoax."
    assert client.get(f"{URL}/{ID}").json == answer.json
    assert client.delete(f"{URL}/{ID}?reason=Another").json == answer.json
    assert headlines(client) == []
    assert len(headlines(client, f"?as_of={quote(corrected.isoformat())}")) == 3


def test_a_later_version_brings_it_back(client: FlaskClient, store: Store, corrected: datetime) -> None:
    client.delete(f"{URL}/{ID}")
    store.replace(replace(told(0, 5), received=datetime.now(UTC)))
    back = client.get(f"{URL}/{ID}").json
    assert (back["state"], back["withdrawn"], len(back["events"])) == ("done", None, 1)
    assert corrected.isoformat() < client.get(VERSIONS).json["versions"][0]["since"]


@pytest.mark.parametrize(
    "query", ["?reason=", "?reason=%20%0A", "?reason=" + "x" * 1001, "?reason=a&reason=b", "?why=a"]
)
def test_a_reason_that_is_none_is_refused_and_nothing_withdrawn(
    client: FlaskClient, corrected: datetime, query: str
) -> None:
    assert corrected.year
    assert client.delete(f"{URL}/{ID}{query}").status_code == 400
    assert client.get(f"{URL}/{ID}").json["state"] == "done"


@pytest.mark.parametrize("name", ["none", "a%00b", "%F0%9F%98%80"])
def test_what_is_not_there_has_no_versions_and_is_not_withdrawn(client: FlaskClient, name: str) -> None:
    assert client.delete(f"{URL}/{name}").status_code == 404
    assert client.get(f"{URL}/{name}/versions").status_code == 404


def test_versions_are_listed_page_by_page(client: FlaskClient, store: Store, corrected: datetime) -> None:
    store.withdraw(ID, datetime.now(UTC), "A hoax.")
    whole = client.get(VERSIONS).json
    assert [(one["number"], one["ended"], one["reason"], one["events"]) for one in whole["versions"]] == [
        (2, "withdrawn", "A hoax.", 1),
        (1, "corrected", None, 3),
    ]
    newer, older = whole["versions"]
    assert (older["since"] < corrected.isoformat() < older["until"], older["until"]) == (True, newer["since"])
    assert (older["reading"], older["topics"]) == ("r1", [{"slug": "harbour-pilots", "title": "Harbour Pilots"}])
    first = client.get(f"{VERSIONS}?limit=1")
    assert first.headers["Link"] == f'<{first.json["next"]}>; rel="next"'
    second = client.get(first.json["next"]).json
    assert (first.json["versions"] + second["versions"], second["next"]) == (whole["versions"], None)


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "after=0", "after=-1", "after=x", f"after={'9' * 30}", "page=2"]
)
def test_a_wrong_page_of_versions_is_refused(client: FlaskClient, corrected: datetime, query: str) -> None:
    assert corrected.year
    assert client.get(f"{VERSIONS}?{query}").status_code == 400


def test_what_waits_to_be_read_has_no_versions(client: FlaskClient) -> None:
    accepted = client.post(URL, json=ARTICLE).json
    answer = client.get(f"{URL}/{accepted['id']}/versions")
    assert (answer.status_code, answer.json["versions"]) == (200, [])


def test_dropping_a_failed_correction_leaves_what_was_withdrawn_withdrawn(client: FlaskClient, store: Store) -> None:
    store.replace(failed(state=State.DONE, events=(), failure=None, reference=None))
    store.withdraw(failed().id, datetime.now(UTC), "A hoax.")
    store.replace(failed(received=datetime.now(UTC)))
    client.delete(f"/api/v1/failures/{failed().id}")
    entry = store.entry(failed().id)
    assert entry is not None
    assert (entry.state, entry.reason) == (State.WITHDRAWN, "A hoax.")
