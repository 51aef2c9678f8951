"""A hostile article is read or refused with a reason, within seconds; it breaks nothing and hides nothing else."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient
from hostile_articles import BYTES, PAGES, TEXTS

from timeline.pipeline import told
from timeline.reading import read
from timeline.submission import BadArticle, submission
from timeline.wire import event_json, impossible_json

URL = "/api/v1/articles"
SECONDS = 10
"""Of a processor, that no article may take."""
GIVEN = {name: {"text": text} for name, text in TEXTS.items()} | {name: {"html": page} for name, page in PAGES.items()}
EDGES = ("0001-01-01", "9999-12-30T23:59:59-12:00")
TYPES = (
    "application/json",
    "application/x-ndjson",
    "text/plain",
    "text/html",
    "text/plain; charset=utf-16",
    "image/png",
)


@pytest.mark.parametrize("published", EDGES)
@pytest.mark.parametrize("name", GIVEN)
def test_at_the_edges_of_the_calendar_it_is_read_or_refused(name: str, published: str) -> None:
    try:
        given = submission(GIVEN[name] | {"published": published, "topics": ["Harbour"]})
        article, events = told(read(given, zone=ZoneInfo("Europe/London"), now=datetime.now(UTC)))
    except BadArticle:
        return
    for event in events:
        assert json.dumps(event_json(event)).encode()
        for source in event.sources:
            assert 0 <= source.start <= source.end <= len(article.text)
    assert all(impossible_json(found) for found in article.impossible)


@pytest.mark.parametrize("name", GIVEN)
def test_over_http_it_is_accepted_or_refused_and_read(client: FlaskClient, work: Callable[[], None], name: str) -> None:
    """Whatever becomes of it, its status, its timeline and the page of that are shown, as is the page of all."""
    title = f"Harbour {name}"
    article = GIVEN[name] | {"published": "2024-03-05", "topics": [title], "title": name}
    answer = client.post(URL, data=json.dumps(article), content_type="application/json")
    assert answer.status_code in (202, 400, 413, 422), answer.text
    if answer.status_code != 202:
        return
    began = time.process_time()
    work()
    assert time.process_time() - began < SECONDS
    status = client.get(f"{URL}/{answer.json['id']}")
    assert (status.status_code, status.json["state"]) == (200, "done"), status.json["failure"]
    slug = status.json["topics"][0]["slug"]
    for path in (f"/api/v1/timelines/{slug}", f"/timelines/{slug}", f"/timelines/{slug}/digest", "/"):
        shown = client.get(path)
        assert shown.status_code == 200
        shown.data.decode("utf-8")


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("name", BYTES)
def test_any_bytes_of_any_type_are_accepted_or_refused(
    client: FlaskClient, work: Callable[[], None], name: str, type_: str
) -> None:
    answer = client.post(f"{URL}?topic=Bytes&published=2024-03-05", data=BYTES[name], content_type=type_)
    assert answer.status_code in (202, 400, 413, 415, 422), answer.text
    work()


def test_what_is_in_any_other_field_is_taken_or_refused(client: FlaskClient, work: Callable[[], None]) -> None:
    """Every field but the text itself, with every hostile text and with what is no text at all."""
    others = (None, 0, -1, 10**400, 1e308, True, [], {}, [[]], [None], {"a": {}})
    for field in ("title", "url", "publisher", "language", "published", "topics", "unknown"):
        for value in (*TEXTS.values(), *others):
            given = {"text": "It rained on Monday.", "published": "2024-03-05", "topics": ["Fields"], field: value}
            whole = given | {"topics": [value]} if field == "topics" and isinstance(value, str) else given
            answer = client.post(URL, data=json.dumps(whole), content_type="application/json")
            assert answer.status_code in (202, 400, 413, 422), (field, str(value)[:50], answer.text)
    work()
