"""One delivery, from its JSON to the store."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from timeline.progress import State
from timeline.store import Entry, Store, Unavailable, open_store
from worker.ingestion import Delivery, identity, ingest

ZONE = ZoneInfo("Europe/London")
RECEIVED = datetime(2024, 3, 5, 12, tzinfo=UTC)
ARTICLE: dict[str, object] = {
    "title": "Ferry line loses its last pilot to retirement",
    "text": "The harbour board met on 4 March 2024. A new pilot was hired on 1 March 2024.",
    "published": "2024-03-05T09:30:00+00:00",
    "url": "https://harbour.example/pilot",
    "topics": ["Harbour Pilots"],
}


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


def delivery(given: object, received: datetime = RECEIVED, id_: str | None = None) -> Delivery:
    return Delivery(given=given, received=received, id=id_)


def only(store: Store, slug: str = "harbour-pilots") -> Entry:
    """The one article of a topic."""
    found = store.timeline(slug)
    assert found is not None
    entry = store.entry(found.events[0].sources[0].article)
    assert entry is not None
    return entry


def known(store: Store, id_: str) -> Entry:
    found = store.entry(id_)
    assert found is not None
    return found


def days(store: Store) -> list[str]:
    found = store.timeline("harbour-pilots")
    assert found is not None
    return [str(event.when.interval.start.date()) for event in found.events]  # type: ignore[union-attr]


def test_an_article_becomes_events_in_order(store: Store) -> None:
    ingest(store, delivery(ARTICLE), ZONE)
    assert days(store) == ["2024-03-01", "2024-03-04"]
    entry = only(store)
    assert (entry.state, entry.failure, entry.submission) == (State.DONE, None, ARTICLE)


def test_a_delivery_that_comes_twice_changes_nothing(store: Store) -> None:
    ingest(store, delivery(ARTICLE), ZONE)
    once = store.timeline("harbour-pilots")
    ingest(store, delivery(ARTICLE), ZONE)
    assert store.timeline("harbour-pilots") == once


@pytest.mark.parametrize(
    ("text", "again", "states"),
    [
        ("The harbour board met on 1 March 2024.", False, [State.DONE]),
        ("The harbour board met on 1 March 2024.", True, [State.PROCESSING, State.DONE]),
        ("The harbour board met on 1 March 2024. " * 300, False, [State.PROCESSING, State.DONE]),
    ],
)
def test_only_what_takes_its_time_or_comes_again_is_told_to_be_processed(
    store: Store, monkeypatch: pytest.MonkeyPatch, text: str, again: bool, states: list[State]
) -> None:
    told: list[State] = []
    replace = store.replace

    def noted(entry: Entry) -> bool:
        told.append(entry.state)
        return replace(entry)

    monkeypatch.setattr(store, "replace", noted)
    ingest(store, Delivery(given=ARTICLE | {"text": text}, received=RECEIVED, again=again), ZONE)
    assert told == states


def test_a_corrected_version_replaces_the_events_of_the_first_whichever_is_delivered_first(
    store: Store,
) -> None:
    corrected = ARTICLE | {"text": "The harbour board met on 2 March 2024."}
    ingest(store, delivery(corrected, RECEIVED + timedelta(minutes=5)), ZONE)
    ingest(store, delivery(ARTICLE), ZONE)
    assert days(store) == ["2024-03-02"]
    ingest(store, delivery(ARTICLE, RECEIVED + timedelta(minutes=9)), ZONE)
    assert days(store) == ["2024-03-01", "2024-03-04"]


def test_the_id_that_the_api_has_told_is_the_articles(store: Store) -> None:
    ingest(store, delivery(ARTICLE, id_="c" * 32), ZONE)
    assert only(store).id == "c" * 32


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("not an article", "object"),
        (5, "object"),
        (None, "object"),
        ([], "object"),
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": "Fog.", "colour": "grey"}, "colour"),
        ({"text": ["Fog."]}, "text"),
        ({"text": "Fog held the ferry in port."}, "publish"),
        ({"text": "Fog held the ferry in port.", "published": "2999-01-01"}, "ahead"),
        ({"text": "Fog held the ferry in port.", "published": "03/04/2024"}, "03/04/2024"),
        ({"text": "\x01\x02\x03\x04", "published": "2024-03-05"}, "text"),
        ({"text": float("nan"), "\ud800": "\x00"}, "string"),
    ],
)
def test_what_is_no_article_is_on_record_as_failed_with_its_reason(store: Store, given: object, why: str) -> None:
    ingest(store, delivery(given), ZONE)
    entry = known(store, identity(given))
    assert entry.state is State.FAILED
    assert why in str(entry.failure)
    assert entry.events is None


def test_a_message_that_is_no_article_is_named_by_its_canonical_json(store: Store) -> None:
    text = '{"a":[1,null],"b":"\\u00e9"}'
    assert identity({"b": "é", "a": [1, None]}) == hashlib.sha256(text.encode()).hexdigest()[:32]
    assert json.loads(text) == {"b": "é", "a": [1, None]}


class Stopped(tzinfo):
    """A clock that cannot be read."""

    def utcoffset(self, _: datetime | None) -> timedelta:
        raise RuntimeError("the clock has stopped")


def test_an_error_in_reading_is_on_record_and_in_the_log(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    local = ARTICLE | {"published": "2024-03-05T09:30:00"}
    with caplog.at_level(logging.ERROR):
        ingest(store, delivery(local, id_="d" * 32), Stopped())  # type: ignore[arg-type]
    entry = known(store, "d" * 32)
    assert (entry.state, entry.failure) == (State.FAILED, "RuntimeError: the clock has stopped")
    assert "Traceback" in caplog.text


def test_a_failed_correction_leaves_the_events_of_the_version_before(store: Store) -> None:
    ingest(store, delivery(ARTICLE), ZONE)
    before = only(store)
    ingest(store, delivery({"text": ""}, RECEIVED + timedelta(minutes=1), before.id), ZONE)
    assert known(store, before.id).state is State.FAILED
    assert days(store) == ["2024-03-01", "2024-03-04"]


def test_a_store_that_is_away_is_no_failure_of_the_article(tmp_path: object) -> None:
    with pytest.raises(Unavailable):
        ingest(open_store(f"sqlite:///{tmp_path}/nowhere/dateline.db"), delivery(ARTICLE), ZONE)
