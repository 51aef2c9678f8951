"""What every store promises of topics that are saved searches, renamed, merged and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from store_specimens import FERRY, HARBOUR, LONDON, article, done, entry, event
from test_store_selections import chosen

from timeline.chronology.importance import importance
from timeline.model import Topic
from timeline.search.saved import SavedSearch
from timeline.selection import EVERYTHING
from timeline.store import Entry, Store, TakenSlug

TIDE = Topic("tide", "Tide")


def _told(name: str, text: str, later: int = 0, **fields: Any) -> Entry:  # noqa: ANN401
    """An article of this text, with one event of its own."""
    about = {key: fields.pop(key) for key in ("publisher", "published") if key in fields}
    read = article(name, title="Untitled", text=text, title_span=None, body=(), **about)
    return done(name, later, article=read, events=(event(f"{name}-e"),), **{"topics": (), **fields})


def _settled(store: Store, limit: int = 2) -> None:
    assert store.catalogue.unsettled()
    while store.catalogue.refile(limit=limit):
        pass
    assert not store.catalogue.unsettled()


def _articles(store: Store, slug: str) -> list[str]:
    found = store.collection(slug)
    assert found is not None
    assert sorted(one.id.removesuffix("-e") for one in chosen(store, EVERYTHING, slug=slug)) == sorted(
        one.id for one in found.articles
    )
    (summary,) = (one for one in store.topics() if one.topic.slug == slug)
    assert (summary.articles, summary.count) == (len(found.articles), len(found.articles))
    return [one.id for one in found.articles]


def test_articles_there_and_later_ones_fall_into_a_saved_search(store: Store) -> None:
    for number in range(5):
        store.replace(_told(f"a{number}", "High tide at the quay" if number % 2 else "A quiet day"))
    store.replace(entry("a9"))
    assert store.catalogue.define(TIDE, SavedSearch(q='"high tide" quay'))
    assert _articles(store, "tide") == []
    found = store.catalogue.find("tide")
    assert found is not None
    assert (found.topic, found.searches, found.refiling is None) == (TIDE, (SavedSearch(q='"high tide" quay'),), False)
    store.replace(_told("b1", "Another high tide by the quay", topics=(FERRY,)))
    assert _articles(store, "tide") == ["b1"]
    _settled(store)
    assert _articles(store, "tide") == ["a1", "a3", "b1"]
    assert _articles(store, "ferry") == ["b1"]
    store.replace(_told("a1", "Nothing of that kind", later=1))
    assert _articles(store, "tide") == ["a3", "b1"]


def test_a_search_asks_for_words_publisher_and_days_of_publication(store: Store) -> None:
    for day in (1, 2, 3):
        published = datetime(2024, 9, day, 23, 30, tzinfo=LONDON)
        store.replace(_told(f"a{day}", "tide", publisher="Quay News" if day < 3 else None, published=published))
    for slug, search, wanted in (
        ("news", SavedSearch(publisher="QUAY news"), ["a1", "a2"]),
        ("second", SavedSearch(first=date(2024, 9, 2)), ["a2", "a3"]),
        ("both", SavedSearch(q="tide -quay", publisher="quay news", last=date(2024, 9, 1)), ["a1"]),
    ):
        store.catalogue.define(Topic(slug, slug), search)
        _settled(store)
        assert _articles(store, slug) == wanted


def test_another_search_takes_out_what_only_the_former_found(store: Store) -> None:
    store.replace(_told("a1", "high tide", topics=(TIDE,)))
    store.replace(_told("a2", "high tide"))
    store.replace(_told("a3", "low water"))
    assert not store.catalogue.define(TIDE, SavedSearch(q="tide"))
    _settled(store)
    assert _articles(store, "tide") == ["a1", "a2"]
    assert not store.catalogue.define(TIDE, SavedSearch(q="water"))
    _settled(store)
    assert _articles(store, "tide") == ["a1", "a3"]
    store.catalogue.define(TIDE, None)
    _settled(store)
    assert _articles(store, "tide") == ["a1"]
    store.replace(_told("a4", "water"))
    assert _articles(store, "tide") == ["a1"]


def test_a_renamed_topic_is_weighed_by_its_new_title_and_found_by_its_old_slug(store: Store) -> None:
    store.replace(_told("a1", "tide", topics=(HARBOUR,)))
    port = Topic("port", event("a1-e").headline)
    assert store.catalogue.rename("harbour", port)
    _settled(store)
    page = store.timeline("port")
    assert page is not None
    assert page.topic == port
    assert page.weights == tuple(importance(one, port.title) for one in page.events)
    assert (store.timeline("harbour"), store.catalogue.moved("harbour")) == (None, "port")
    store.replace(_told("a2", "tide", topics=(HARBOUR,)))
    assert _articles(store, "port") == ["a1", "a2"]
    assert [one.topic.slug for one in store.topics()] == ["port"]
    assert store.catalogue.rename("port", HARBOUR)
    assert (store.catalogue.moved("harbour"), store.catalogue.moved("port")) == (None, "harbour")
    assert not store.catalogue.rename("nowhere", port)


def test_a_merged_topic_puts_its_articles_searches_and_addresses_into_the_other(store: Store) -> None:
    for number in range(5):
        store.replace(_told(f"a{number}", "tide", topics=(HARBOUR, FERRY) if number % 2 else (HARBOUR,)))
    store.catalogue.define(HARBOUR, SavedSearch(q="crane"))
    store.catalogue.rename("harbour", Topic("docks", "Docks"))
    assert store.catalogue.merge("docks", "ferry")
    assert [store.catalogue.moved(slug) for slug in ("docks", "harbour", "ferry")] == ["ferry", "ferry", None]
    _settled(store)
    assert _articles(store, "ferry") == [f"a{number}" for number in range(5)]
    assert [one.topic.slug for one in store.topics()] == ["ferry"]
    store.replace(_told("b1", "A crane fell"))
    store.replace(_told("b2", "Nothing", topics=(HARBOUR,)))
    assert _articles(store, "ferry")[5:] == ["b1", "b2"]
    assert not store.catalogue.merge("docks", "ferry")
    with pytest.raises(ValueError, match="itself"):
        store.catalogue.merge("ferry", "ferry")


def test_a_removed_topic_leaves_its_articles(store: Store) -> None:
    for number in range(5):
        store.replace(_told(f"a{number}", "tide", topics=(HARBOUR, FERRY)))
    store.catalogue.define(HARBOUR, SavedSearch(q="tide"))
    store.catalogue.rename("harbour", Topic("docks", "Docks"))
    assert store.catalogue.remove("docks") == 5
    assert store.catalogue.remove("docks") is None
    assert (store.timeline("docks"), store.catalogue.moved("harbour")) == (None, None)
    _settled(store)
    assert _articles(store, "ferry") == [f"a{number}" for number in range(5)]
    found = store.entry("a1")
    assert found is not None
    assert found.topics == (FERRY,)
    assert [one.topic.slug for one in store.topics()] == ["ferry"]
    store.replace(_told("a1", "tide", later=1, topics=(Topic("docks", "Docks anew"),)))
    assert _articles(store, "docks") == ["a1"]


def test_no_two_topics_have_one_address(store: Store) -> None:
    store.replace(_told("a1", "tide", topics=(HARBOUR, FERRY)))
    with pytest.raises(TakenSlug):
        store.catalogue.rename("harbour", FERRY)
    store.catalogue.rename("harbour", Topic("docks", "Docks"))
    with pytest.raises(TakenSlug) as fault:
        store.catalogue.define(HARBOUR, None)
    assert fault.value.owner == "docks"
    with pytest.raises(TakenSlug):
        store.catalogue.rename("ferry", HARBOUR)
    for odd in ("/1", "\0", "\ud800"):
        assert store.catalogue.find(odd) is None
        assert store.catalogue.remove(odd) is None
        assert not store.catalogue.merge(odd, "ferry")


def test_a_topic_that_goes_on_is_told_as_it_was_before_a_search_changed(store: Store) -> None:
    store.catalogue.define(TIDE, SavedSearch(q="tide"))
    store.replace(_told("a1", "high tide"))
    before = store.timeline("tide")
    assert before is not None
    store.catalogue.define(TIDE, SavedSearch(q="water"))
    _settled(store)
    assert _articles(store, "tide") == []
    then = store.timeline("tide", replace(EVERYTHING, as_of=before.as_of))
    assert then is not None
    assert then.events == before.events
