"""One delivery, from its JSON to the store."""

from __future__ import annotations

from datetime import timedelta

import pytest
from deliveries import ARTICLE, RECEIVED, ZONE, days, delivery, only

from timeline.progress import State
from timeline.store import Entry, Store
from worker.ingestion import Delivery, ingest


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
