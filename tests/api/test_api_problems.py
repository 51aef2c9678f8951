"""What is not there, methods that are not taken and errors that nobody foresaw are told as problems."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from pilots import TIMELINE, stored
from submitting import URL

from timeline.progress import State
from timeline.store import Entry, Store

assert stored


def test_an_article_that_failed_tells_why(client: FlaskClient, store: Store, stored: Entry) -> None:
    given = {"title": ["\ud800"], "text": 5}
    store.replace(
        Entry(
            id="b" * 32,
            state=State.FAILED,
            received=stored.received,
            submission=given,
            topics=(),
            failure="text: is a number",
        )
    )
    told = client.get(f"{URL}/{'b' * 32}")
    assert told.status_code == 200
    assert (told.json["state"], told.json["failure"]) == ("failed", {"reason": "text: is a number", "reference": None})


@pytest.mark.parametrize(
    ("path", "status", "part"),
    [
        ("/api/v1/timelines/nosuch", 404, "nosuch"),
        ("/api/v1/timelines/%FF%00", 404, "no topic"),
        (f"{URL}/{'f' * 32}", 404, "no article"),
        (f"{URL}/%00", 404, "no article"),
        ("/nowhere", 404, "nothing"),
        ("/api/v1/nowhere", 404, "nothing"),
        (f"{TIMELINE}?limit=0", 400, "limit"),
        (f"{TIMELINE}?limit=-1", 400, "limit"),
        (f"{TIMELINE}?limit=1001", 400, "limit"),
        (f"{TIMELINE}?limit=many", 400, "limit"),
        (f"{TIMELINE}?limit=%D9%A3", 400, "limit"),
        (f"{TIMELINE}?limit={'9' * 5000}", 400, "limit"),
        (f"{TIMELINE}?limit=0000001000000", 400, "limit"),
        (f"{TIMELINE}/density?bins=0000001000000", 400, "bins"),
        (f"{TIMELINE}?limit=5&limit=6", 400, "limit"),
        (f"{TIMELINE}?after=here", 400, "cursor"),
        (f"{TIMELINE}?after=", 400, "cursor"),
        (f"{TIMELINE}?befor=x", 400, "befor"),
        ("/api/v1/topics?x=1", 400, "x"),
    ],
)
def test_what_is_not_there_or_not_understood_is_a_problem_that_says_so(
    client: FlaskClient, path: str, status: int, part: str
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), answer.data
    assert part in answer.json["detail"]
    assert answer.json["status"] == status
    assert {"type", "title"} <= answer.json.keys()


@pytest.mark.parametrize(
    "path", ["/api/v1/topics", TIMELINE, f"{URL}/{'a' * 32}/versions", "/healthz", "/readyz", "/metrics"]
)
def test_a_get_address_answers_head_and_options_and_refuses_the_rest(client: FlaskClient, path: str) -> None:
    assert (client.head(path).status_code, client.head(path).data) == (200, b"")
    assert set(client.options(path).headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    refused = client.delete(path)
    assert (refused.status_code, refused.mimetype) == (405, "application/problem+json")
    assert "GET" in refused.headers["Allow"]


@pytest.mark.parametrize("path", ["/", "/api/v1/topics", "/nowhere", "/healthz"])
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src" in headers["Content-Security-Policy"]


def test_an_unforeseen_error_is_a_problem_without_a_word_of_the_inside(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> str:
        raise RuntimeError("secret address")

    client.application.add_url_rule("/broken", view_func=broken)
    answer = client.get("/broken")
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert "secret" not in answer.text
    assert "secret address" in caplog.text
