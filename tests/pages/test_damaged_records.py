"""A stored record that cannot be read costs one row, which says so, on every page and in every format."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from harbour import EVENTS, entry
from harbour_records import TOPIC
from seen import page, texts

from timeline.formats import FORMATS
from timeline.store import Store
from timeline.store.schema import MOST_EVENTS

PATH = "/timelines/harbour-tunnel"
PUMP = EVENTS[3]
SAID = "What was stored of this event is damaged."


@pytest.fixture
def spoiled(store: Store, tmp_path: Path) -> Callable[[str], None]:
    """A topic of ten events, in which a statement then does harm; nobody remembers how they were."""
    store.replace(entry(EVENTS))

    def done(statement: str) -> None:
        with closing(sqlite3.connect(tmp_path / "dateline.db")) as database, database:
            assert database.execute(statement).rowcount == 1
            database.execute("UPDATE places SET stamp = stamp + 1")

    return done


def cut_off(spoiled: Callable[[str], None]) -> None:
    spoiled(f"UPDATE events SET record = substr(record, 1, 90) WHERE key % {MOST_EVENTS} = {EVENTS.index(PUMP)}")


def test_the_page_has_a_row_that_says_so_and_all_others(client: FlaskClient, spoiled: Callable[[str], None]) -> None:
    before = page(client, PATH)
    cut_off(spoiled)
    found = page(client, f"{PATH}?limit=50")
    assert len(found.xpath("//article")) == len(EVENTS)
    [row] = found.xpath("//article[.//*[contains(@class, 'fault')]]")
    assert SAID in row.text_content()
    assert row.get("id") == f"e-{PUMP.id}"
    assert texts(row, ".date")[-1:] != ["Date not known"]
    others = [one for one in texts(before, ".headline") if one not in texts(found, ".headline")]
    assert others == [PUMP.headline]
    assert row.xpath(".//a[@class='context']/@href") == [f"/articles/{entry(EVENTS).id}#q-0"]


def test_every_other_answer_goes_on(client: FlaskClient, spoiled: Callable[[str], None]) -> None:
    cut_off(spoiled)
    for path in ("/", *(PATH + part for part in ("/digest", "/entries", "/density.svg", "/preview.svg", "?q=harbour"))):
        assert client.get(path).status_code == 200, path
    assert SAID in client.get(f"{PATH}/events/{PUMP.id}").text
    assert "cannot be read" in client.get(f"/articles/{entry(EVENTS).id}").text
    api = f"/api/v1{PATH}"
    assert [one.get("damaged") for one in client.get(api).json["events"]].count(True) == 1  # type: ignore[index]
    assert client.get(f"{api}/events/{PUMP.id}").json["damaged"]  # type: ignore[index]
    assert client.get(f"{api}/density?marks=100").json["count"] == len(EVENTS)  # type: ignore[index]
    for form in FORMATS:
        assert client.get(f"{api}.{form.extension}").status_code == 200, form.title


def test_an_article_that_cannot_be_read_says_so(client: FlaskClient, spoiled: Callable[[str], None]) -> None:
    """And its events stand in the chronology as before."""
    spoiled("UPDATE articles SET article = substr(article, 1, 40)")
    found = page(client, f"/articles/{entry(EVENTS).id}")
    assert "What was stored of its text is damaged" in found.text_content()
    assert len(texts(page(client, PATH), ".headline")) == len(EVENTS)
    assert client.get(f"{PATH}/digest").status_code == 200
    assert client.get(f"/api/v1/articles/{entry(EVENTS).id}").json["text"] is None  # type: ignore[index]
    assert TOPIC.title in page(client, "/").text_content()
