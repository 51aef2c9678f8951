"""Topics, timelines and articles as they are read, and requests that ask for what is not there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from test_api_submissions import ARTICLE, URL

from timeline.interval import Granularity, Interval
from timeline.model import Article, Event, Source, Status, TimexValue, Topic, When
from timeline.progress import State
from timeline.store import Entry, Store

PUBLISHED = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
TIMELINE = "/api/v1/timelines/harbour-pilots"


def event(day: int) -> Event:
    start = datetime(2024, 3, day)
    return Event(
        id=f"{day:032x}",
        headline=f"Event of day {day}",
        status=Status.OCCURRED,
        when=When(
            interval=Interval(start, start + timedelta(days=1)),
            granularity=Granularity.DAY,
            timex=TimexValue(type="DATE", value=f"2024-03-{day:02}"),
            text=f"{day} March",
        ),
        sources=(
            Source(
                article="a" * 32,
                title="Pilots",
                url=None,
                publisher=None,
                published=PUBLISHED,
                quote="Fog.",
                start=0,
                end=4,
            ),
        ),
        importance=1.0,
    )


@pytest.fixture(autouse=True)
def stored(store: Store) -> Entry:
    """Twelve events, in no order."""
    entry = Entry(
        id="a" * 32,
        state=State.DONE,
        received=PUBLISHED,
        submission={"text": "Fog."},
        topics=(Topic("harbour-pilots", "Harbour Pilots"),),
        article=Article(id="a" * 32, text="Fog.", title="Pilots", published=PUBLISHED),
        events=tuple(event(day) for day in (7, 3, 12, 1, 9, 2, 11, 5, 8, 4, 10, 6)),
    )
    store.replace(entry)
    return entry


def test_a_timeline_is_whole_and_in_order(client: FlaskClient) -> None:
    told = client.get(TIMELINE).json
    assert told["topic"] == {"slug": "harbour-pilots", "title": "Harbour Pilots"}
    assert (told["count"], told["next"]) == (12, None)
    assert [each["when"]["earliest"] for each in told["events"]] == [f"2024-03-{day:02}" for day in range(1, 13)]


def test_following_next_gives_every_event_once(client: FlaskClient) -> None:
    days, url = [], f"{TIMELINE}?limit=5"
    while url:
        answer = client.get(url)
        days += [each["when"]["earliest"] for each in answer.json["events"]]
        url = answer.json["next"]
        assert answer.headers.get("Link") == (f'<{url}>; rel="next"' if url else None)
    assert days == [f"2024-03-{day:02}" for day in range(1, 13)]


def test_an_unchanged_timeline_is_the_same_bytes_and_need_not_be_sent_again(client: FlaskClient) -> None:
    first = client.get(TIMELINE)
    assert client.get(TIMELINE).data == first.data
    again = client.get(TIMELINE, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_topics_tell_their_extent(client: FlaskClient) -> None:
    (topic,) = client.get("/api/v1/topics").json["topics"]
    assert client.get(topic.pop("timeline_url")).status_code == 200
    assert topic == {
        "slug": "harbour-pilots",
        "title": "Harbour Pilots",
        "count": 12,
        "articles": 1,
        "earliest": "2024-03-01",
        "latest": "2024-03-12",
    }


def test_an_article_that_is_done_tells_its_text_and_its_events(client: FlaskClient) -> None:
    told = client.get(f"{URL}/{'a' * 32}").json
    assert (told["state"], told["text"], told["title"]) == ("done", "Fog.", "Pilots")
    assert len(told["events"]) == 12


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


def test_a_page_shows_what_the_api_tells(client: FlaskClient) -> None:
    assert "Event of day 7" in client.get("/timelines/harbour-pilots").text


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


def test_articles_submitted_count_in_their_topic_at_once(client: FlaskClient) -> None:
    client.post(URL, json=ARTICLE)
    assert client.get("/api/v1/topics").json["topics"][0]["articles"] == 2
