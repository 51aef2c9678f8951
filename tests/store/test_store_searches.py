"""A saved search has the articles that it asks for, whichever came first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from store_specimens import FERRY, LONDON, entry
from tides import TIDE, articles_of, settled, told_article

from timeline.model import Topic
from timeline.search.saved import SavedSearch
from timeline.selection import EVERYTHING
from timeline.store import Store


def test_articles_there_and_later_ones_fall_into_a_saved_search(store: Store) -> None:
    for number in range(5):
        store.replace(told_article(f"a{number}", "High tide at the quay" if number % 2 else "A quiet day"))
    store.replace(entry("a9"))
    assert store.catalogue.define(TIDE, SavedSearch(q='"high tide" quay'))
    assert articles_of(store, "tide") == []
    found = store.catalogue.find("tide")
    assert found is not None
    assert (found.topic, found.searches, found.refiling is None) == (TIDE, (SavedSearch(q='"high tide" quay'),), False)
    store.replace(told_article("b1", "Another high tide by the quay", topics=(FERRY,)))
    assert articles_of(store, "tide") == ["b1"]
    settled(store)
    assert articles_of(store, "tide") == ["a1", "a3", "b1"]
    assert articles_of(store, "ferry") == ["b1"]
    store.replace(told_article("a1", "Nothing of that kind", later=1))
    assert articles_of(store, "tide") == ["a3", "b1"]


def test_a_search_asks_for_words_publisher_and_days_of_publication(store: Store) -> None:
    for day in (1, 2, 3):
        published = datetime(2024, 9, day, 23, 30, tzinfo=LONDON)
        store.replace(told_article(f"a{day}", "tide", publisher="Quay News" if day < 3 else None, published=published))
    for slug, search, wanted in (
        ("news", SavedSearch(publisher="QUAY news"), ["a1", "a2"]),
        ("second", SavedSearch(first=date(2024, 9, 2)), ["a2", "a3"]),
        ("both", SavedSearch(q="tide -quay", publisher="quay news", last=date(2024, 9, 1)), ["a1"]),
    ):
        store.catalogue.define(Topic(slug, slug), search)
        settled(store)
        assert articles_of(store, slug) == wanted


def test_another_search_takes_out_what_only_the_former_found(store: Store) -> None:
    store.replace(told_article("a1", "high tide", topics=(TIDE,)))
    store.replace(told_article("a2", "high tide"))
    store.replace(told_article("a3", "low water"))
    assert not store.catalogue.define(TIDE, SavedSearch(q="tide"))
    settled(store)
    assert articles_of(store, "tide") == ["a1", "a2"]
    assert not store.catalogue.define(TIDE, SavedSearch(q="water"))
    settled(store)
    assert articles_of(store, "tide") == ["a1", "a3"]
    store.catalogue.define(TIDE, None)
    settled(store)
    assert articles_of(store, "tide") == ["a1"]
    store.replace(told_article("a4", "water"))
    assert articles_of(store, "tide") == ["a1"]


def test_a_topic_that_goes_on_is_told_as_it_was_before_a_search_changed(store: Store) -> None:
    store.catalogue.define(TIDE, SavedSearch(q="tide"))
    store.replace(told_article("a1", "high tide"))
    before = store.timeline("tide")
    assert before is not None
    store.catalogue.define(TIDE, SavedSearch(q="water"))
    settled(store)
    assert articles_of(store, "tide") == []
    then = store.timeline("tide", replace(EVERYTHING, as_of=before.as_of))
    assert then is not None
    assert then.events == before.events
