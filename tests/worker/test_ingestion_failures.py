"""What cannot be read is on record as failed with its reason, and takes nothing else along."""

from __future__ import annotations

import hashlib
import json
import logging
from datetime import datetime, timedelta, tzinfo

import pytest
from deliveries import ARTICLE, RECEIVED, ZONE, days, delivery, known, only

from timeline.progress import State
from timeline.store import Store, Unavailable, open_store
from worker.ingestion import identity, ingest


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
