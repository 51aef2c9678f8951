"""Articles are withdrawn, their versions listed, and timelines told as they were known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from test_api_failures import failed
from test_api_reading import PUBLISHED, TIMELINE, event
from test_api_submissions import ARTICLE, URL

from timeline.model import Article, Topic
from timeline.progress import State
from timeline.store import Entry, Store
from timeline.store.past import moments

ID = "a" * 32
VERSIONS = f"{URL}/{ID}/versions"


def told(later: int, *days: int) -> Entry:
    return Entry(
        id=ID,
        state=State.DONE,
        received=PUBLISHED + timedelta(minutes=later),
        submission={"text": "Fog."},
        topics=(Topic("harbour-pilots", "Harbour Pilots"),),
        article=Article(id=ID, text="Fog.", title="Pilots", published=PUBLISHED),
        events=tuple(event(day) for day in days),
        reading="r1",
    )


@pytest.fixture
def corrected(store: Store) -> datetime:
    """A moment at which the article told three events; by now it tells one."""
    store.replace(told(0, 1, 2, 3))
    moment = datetime.now(UTC)
    store.replace(told(1, 9))
    return moment


def headlines(client: FlaskClient, query: str = "") -> list[str]:
    answer = client.get(f"{TIMELINE}{query}").json
    found = [event["headline"] for event in answer["events"]]
    while answer["next"]:
        answer = client.get(answer["next"]).json
        found += [event["headline"] for event in answer["events"]]
    assert answer["count"] == len(found)
    return found


def test_a_timeline_is_told_as_it_was_known(client: FlaskClient, corrected: datetime) -> None:
    assert headlines(client) == ["Event of day 9"]
    then = quote(corrected.isoformat())
    assert headlines(client, f"?as_of={then}") == [f"Event of day {day}" for day in (1, 2, 3)]
    assert headlines(client, f"?as_of={then}&limit=1&order=desc") == [f"Event of day {day}" for day in (3, 2, 1)]
    assert headlines(client, f"?as_of={then}&from=2024-03-02&to=2024-03-02") == ["Event of day 2"]


def test_what_a_timeline_says_of_its_moment_leads_back_to_it(client: FlaskClient, corrected: datetime) -> None:
    before = client.get(f"{TIMELINE}?as_of={quote(corrected.isoformat())}").json
    assert before["as_of"] <= corrected.isoformat()
    assert client.get(f"{TIMELINE}?as_of={before['as_of']}").json == before
    now = client.get(TIMELINE).json
    assert client.get(f"{TIMELINE}?as_of={now['as_of']}").json == now


def test_a_day_is_meant_with_its_end(client: FlaskClient, corrected: datetime) -> None:
    assert corrected.year
    today = datetime.now(UTC).date()
    assert headlines(client, f"?as_of={today}") == ["Event of day 9"]
    assert headlines(client, f"?as_of={today - timedelta(days=1)}") == []


def test_before_anything_was_known_the_answer_is_empty_and_says_so(client: FlaskClient, corrected: datetime) -> None:
    assert corrected.year
    answer = client.get(f"{TIMELINE}?as_of=1999-12-31T23:59:59Z")
    assert (answer.status_code, answer.json["count"], answer.json["events"]) == (200, 0, [])
    assert answer.json["as_of"] == "1999-12-31T23:59:59+00:00"
    assert client.get("/api/v1/timelines/none?as_of=1999-12-31").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        "", "yesterday", "2024", "2024-13-01", "2024-03-05T09:30:00", "2024-03-05 09:30", "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00", "9999-12-31", "20240305", "2024-W10", "9" * 5000,
        "\N{ARABIC-INDIC DIGIT TWO}024-03-05",
    ],
)  # fmt: skip
def test_a_moment_that_is_none_or_still_to_come_is_refused(
    client: FlaskClient, corrected: datetime, wrong: str
) -> None:
    assert corrected.year
    answer = client.get(TIMELINE, query_string={"as_of": wrong})
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (400, "as_of")


def test_a_moment_given_twice_is_refused(client: FlaskClient, corrected: datetime) -> None:
    assert corrected.year
    assert client.get(f"{TIMELINE}?as_of=2024-01-01&as_of=2024-01-02").status_code == 400


def test_too_much_to_tell_again_is_said_to_be(
    client: FlaskClient, corrected: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments, "MOST", 2)
    answer = client.get(TIMELINE, query_string={"as_of": corrected.isoformat()})
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, "as_of")


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
