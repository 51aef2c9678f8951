"""Parameters that select events of a timeline, and what is wrong with those that do not."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from pilots import TIMELINE, stored

from timeline.store import Entry

assert stored


def _ids(client: FlaskClient, query: str) -> list[int]:
    """The events of all pages, following `next`; the header Link says the same."""
    url: str | None = f"{TIMELINE}?{query}"
    found: list[int] = []
    while url:
        answer = client.get(url)
        assert answer.status_code == 200, answer.json
        body = answer.json or {}
        found += [int(event["id"], 16) for event in body["events"]]
        url = body["next"]
        assert answer.headers.get("Link") == (f'<{url}>; rel="next"' if url else None)
        count = body["count"]
    assert count == len(found)
    return found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("from=2024-03-04&to=2024-03-06", [4, 5, 6]),
        ("from=2024-03-11&limit=1", [11, 12]),
        ("to=2024-03-02&order=desc&limit=1", [2, 1]),
        ("status=occurred&status=denied&granularity=day&limit=5", list(range(1, 13))),
        ("status=denied", []),
        ("granularity=week", []),
        ("min_importance=0", list(range(1, 13))),
        ("min_importance=1", []),
        ("source=" + "a" * 32 + "&to=2024-03-01", [1]),
        ("source=nobody", []),
        ("q=day+-fog", []),
        ("q=3+OR+%224+fog%22+OR+%22day+5%22&limit=1", [3, 5]),
    ],
)
def test_a_selection_is_kept_from_page_to_page(client: FlaskClient, query: str, found: list[int]) -> None:
    assert _ids(client, query) == found


def test_the_importance_that_is_shown_is_the_one_that_is_asked_for(client: FlaskClient) -> None:
    events = (client.get(TIMELINE).json or {})["events"]
    weights = sorted({event["importance"] for event in events})
    wanted = [int(event["id"], 16) for event in events if event["importance"] >= weights[-1]]
    assert _ids(client, f"min_importance={weights[-1]}") == wanted
    assert len(_ids(client, f"min_importance={weights[0]}")) == 12


def test_a_timeline_told_from_its_end_says_of_each_event_whether_its_order_is_certain(client: FlaskClient) -> None:
    events = (client.get(f"{TIMELINE}?order=desc").json or {})["events"]
    assert {event["order"] for event in events} == {"certain"}


@pytest.mark.parametrize(
    ("query", "field", "told"),
    [
        ("from=2024-02-30", "from", "must be a day"),
        ("to=20240301", "to", "must be a day"),
        ("from=", "from", "must be a day"),
        ("from=2024-03-02&to=2024-03-01", "from", "after 'to'"),
        ("from=2024-03-02&from=2024-03-02", "from", "given 2 times"),
        ("status=done", "status", "one of occurred, ongoing"),
        ("status=occurred&status=", "status", "one of occurred"),
        ("granularity=fortnight", "granularity", "one of second"),
        ("min_importance=2", "min_importance", "from 0 to 1"),
        ("min_importance=nan", "min_importance", "from 0 to 1"),
        ("min_importance=1_0", "min_importance", "from 0 to 1"),
        ("source=", "source", "is empty"),
        ("source=" + "x" * 201, "source", "1 to 200 characters"),
        ("q=", "q", "is empty"),
        ("q=(fog", "q", "no closing"),
        ("q=" + "x+" * 40, "q", "at most 32 words"),
        ("q=" + "x" * 501, "q", "at most 500 characters"),
        ("q=fog&q=rain", "q", "given 2 times"),
        ("order=up", "order", "one of asc, desc"),
        ("until=2024-03-01", "until", "no parameter"),
        ("limit=0&status=occurred", "limit", "from 1 to"),
    ],
)
def test_a_parameter_that_cannot_be_meant_is_named(client: FlaskClient, query: str, field: str, told: str) -> None:
    answer = client.get(f"{TIMELINE}?{query}")
    problem = answer.json or {}
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert problem["errors"][0]["field"] == field
    assert told in problem["detail"]


def test_a_cursor_of_another_selection_is_refused(client: FlaskClient, stored: Entry) -> None:
    assert stored.id
    first = client.get(f"{TIMELINE}?limit=2").json or {}
    after = first["next"].partition("after=")[2].partition("&")[0]
    for other in ("order=desc", "from=2024-03-02", "q=fog"):
        answer = client.get(f"{TIMELINE}?{other}&limit=2&after={after}")
        assert answer.status_code == 400
        assert "another selection" in (answer.json or {})["detail"]


def test_a_search_answers_with_events_and_articles_page_by_page(client: FlaskClient) -> None:
    url: str | None = "/api/v1/search?q=fog&limit=5"
    hits = []
    while url:
        answer = client.get(url)
        body = answer.json or {}
        hits += body["hits"]
        url = body["next"]
        assert answer.headers.get("Link") == (f'<{url}>; rel="next"' if url else None)
    assert [hit["kind"] for hit in hits] == ["event"] * 12 + ["article"]
    assert client.get(hits[0]["url"]).json["id"] == hits[0]["event"]["id"]  # type: ignore[index]
    assert client.get(hits[-1]["article"]["status_url"]).status_code == 200
    only = client.get("/api/v1/search?q=fog&kind=article").json or {}
    assert [hit["article"]["title"] for hit in only["hits"]] == ["Pilots"]


@pytest.mark.parametrize(
    ("query", "field", "told"),
    [
        ("", "q", "is missing"),
        ("q=", "q", "is empty"),
        ("q=-fog", "q", "only what must not be there"),
        ("q=fog&kind=topic", "kind", "event or article"),
        ("q=fog&after=x", "after", "cursor is broken"),
        ("q=fog&limit=1001", "limit", "from 1 to"),
        ("q=fog&page=2", "page", "no parameter"),
    ],
)
def test_a_search_that_cannot_be_meant_is_told_why(client: FlaskClient, query: str, field: str, told: str) -> None:
    answer = client.get(f"/api/v1/search?{query}")
    problem = answer.json or {}
    assert (answer.status_code, problem["errors"][0]["field"]) == (400, field)
    assert told in problem["detail"]
