"""Timelines and events in the format that the address or the header Accept names."""

from __future__ import annotations

import feedparser
import pytest
from flask.testing import FlaskClient
from quays import URL, entry, event, harbour

from timeline.formats import FORMATS
from timeline.model import Topic
from timeline.store import Store

assert harbour

KINDS = [form.media_type for form in FORMATS]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_an_extension_names_the_format_whatever_is_accepted(client: FlaskClient, form: object) -> None:
    answer = client.get(f"{URL}.{form.extension}", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.mimetype) == (200, form.media_type)
    assert "Accept" not in answer.vary
    single = client.get(f"{URL}/events/{event(1).id}.{form.extension}")
    assert (single.status_code, single.mimetype) == (200, form.media_type)
    assert event(1).headline in single.text


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"),
        ("text/calendar", "text/calendar"),
        ("TEXT/Calendar; charset=utf-8", "text/calendar"),
        ("text/csv;q=0.5, text/calendar;q=0.9", "text/calendar"),
        ("application/json;q=0, */*", "application/vnd.timelinejs+json"),
        ("application/*;q=0.4, text/csv;q=0.3", "application/json"),
        ("application/atom+xml, */*;q=0.1", "application/atom+xml"),
        ("text/*;q=0.5, text/calendar;q=0", "text/csv"),
    ],
)
def test_accept_chooses_by_quality_and_the_most_exact_range(client: FlaskClient, accept: str | None, kind: str) -> None:
    answer = client.get(URL, headers={} if accept is None else {"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert "Accept" in answer.vary


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0", "*/*;q=0", "text/html"])
@pytest.mark.parametrize("path", [URL, f"{URL}/events/{event(1).id}"])
def test_what_there_is_not_is_406_with_what_there_is(client: FlaskClient, accept: str, path: str) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")
    assert all(kind in answer.json["detail"] for kind in KINDS)
    assert "Accept" in answer.vary


def test_a_topic_whose_name_ends_like_a_format_is_found_by_its_whole_name(client: FlaskClient, store: Store) -> None:
    for number, slug in enumerate(("report.csv", "report", "a.b")):
        store.replace(entry(event(7 + number), topic=Topic(slug, slug.upper()), id=slug))
    assert client.get("/api/v1/timelines/report.csv").json["topic"]["slug"] == "report.csv"
    assert client.get("/api/v1/timelines/report.csv", headers={"Accept": "text/csv"}).mimetype == "text/csv"
    assert event(7).headline in client.get("/api/v1/timelines/report.csv.csv").text
    assert event(8).headline in client.get("/api/v1/timelines/report.md").text
    assert event(9).headline in client.get("/api/v1/timelines/a.b.csv").text
    assert client.get("/api/v1/timelines/nosuch.csv").status_code == 404
    assert client.get(f"{URL}.exe").status_code == 404


def test_every_format_goes_on_at_the_next_page_in_the_same_format(client: FlaskClient) -> None:
    for form in FORMATS:
        found, address = [], f"{URL}.{form.extension}?limit=2&order=desc"
        while address:
            answer = client.get(address)
            assert answer.mimetype == form.media_type
            found.append(sum(event(number).headline in answer.text for number in range(5)))
            link = answer.headers.get("Link", "")
            address = link.partition("<")[2].partition(">")[0] if 'rel="next"' in link else ""
        assert found == [2, 2, 1]


def test_feeds_say_themselves_where_they_go_on(client: FlaskClient) -> None:
    feed = feedparser.parse(client.get(f"{URL}.atom?limit=2").data)
    (following,) = (link.href for link in feed.feed.links if link.rel == "next")
    assert feedparser.parse(client.get(following).data).entries
    json = client.get(URL, query_string={"limit": 2}, headers={"Accept": "application/feed+json"}).json
    assert len(client.get(json["next_url"]).json["items"]) == 2
    assert client.get(json["feed_url"]).json == json


def test_feeds_tell_first_what_was_told_last(client: FlaskClient) -> None:
    feed = feedparser.parse(client.get(f"{URL}.atom").data)
    assert [one.title for one in feed.entries] == [event(number).headline for number in (4, 3, 2, 1, 0)]


def test_filters_hold_for_every_format(client: FlaskClient) -> None:
    for form in FORMATS:
        text = client.get(f"{URL}.{form.extension}?from=2024-09-02&to=2024-09-03").text
        assert [event(number).headline in text for number in range(5)] == [False, True, True, False, False]
        assert client.get(f"{URL}.{form.extension}?from=soon").status_code == 400
