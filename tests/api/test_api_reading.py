"""Topics, timelines and articles as they are read."""

from __future__ import annotations

from flask.testing import FlaskClient
from pilots import TIMELINE, stored
from submitting import ARTICLE, URL

assert stored


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


def test_a_page_shows_what_the_api_tells(client: FlaskClient) -> None:
    assert "Event of day 7" in client.get("/timelines/harbour-pilots").text


def test_articles_submitted_count_in_their_topic_at_once(client: FlaskClient) -> None:
    client.post(URL, json=ARTICLE)
    assert client.get("/api/v1/topics").json["topics"][0]["articles"] == 2
