"""The list of topics, and what the pages say when nothing can be shown."""

from __future__ import annotations

from pathlib import Path

from flask.testing import FlaskClient
from harbour import EVENTS, entry
from seen import page, texts

from api import create_app
from api.settings import ApiSettings
from timeline.model import Topic
from timeline.store import Store
from worker.settings import Settings


def test_topics_are_listed_with_span_and_counts(store: Store, client: FlaskClient) -> None:
    store.replace(entry())
    store.replace(entry(None, Topic("ferry", "Ferry <timetable>"), "b" * 32))
    found = page(client, "/")
    assert texts(found, "h2") == ["Ferry <timetable>", "Harbour tunnel"]
    assert texts(found, ".span") == ["no dated events yet", "June 2024 to December 2025"]
    assert texts(found, ".facts")[1:] == [
        "0 events 1 article",
        f"{len(EVENTS)} events 1 article newest report 20 September 2024",
    ]
    assert found.xpath("//h2/a/@href") == ["/timelines/ferry", "/timelines/harbour-tunnel"]


def test_without_topics_the_page_tells_how_to_submit(client: FlaskClient) -> None:
    found = page(client, "/")
    (commands,) = texts(found, "pre")
    assert "dateline submit article.txt" in commands
    assert "http://localhost/api/v1/articles?topic=" in commands


def test_the_folder_of_timelines_leads_to_the_list(client: FlaskClient) -> None:
    answer = client.get("/timelines/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/")


def test_a_store_that_is_down_is_a_readable_503(tmp_path: Path) -> None:
    broken = create_app(ApiSettings(worker=Settings(database_url=f"sqlite:///{tmp_path / 'none.db'}"))).test_client()
    for path in ("/", "/timelines/harbour-tunnel"):
        answer = broken.get(path)
        assert answer.status_code == 503
        assert int(answer.headers["Retry-After"]) > 0
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert texts(page(broken, path, 503), "h1") == ["The chronologies cannot be read just now"]
