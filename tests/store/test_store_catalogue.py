"""Topics are renamed, merged and removed, and their articles, searches and addresses are kept."""

from __future__ import annotations

import pytest
from store_specimens import FERRY, HARBOUR, event
from tides import articles_of, settled, told_article

from timeline.chronology.importance import importance
from timeline.model import Topic
from timeline.search.saved import SavedSearch
from timeline.store import Store, TakenSlug


def test_a_renamed_topic_is_weighed_by_its_new_title_and_found_by_its_old_slug(store: Store) -> None:
    store.replace(told_article("a1", "tide", topics=(HARBOUR,)))
    port = Topic("port", event("a1-e").headline)
    assert store.catalogue.rename("harbour", port)
    settled(store)
    page = store.timeline("port")
    assert page is not None
    assert page.topic == port
    assert page.weights == tuple(importance(one, port.title) for one in page.events)
    assert (store.timeline("harbour"), store.catalogue.moved("harbour")) == (None, "port")
    store.replace(told_article("a2", "tide", topics=(HARBOUR,)))
    assert articles_of(store, "port") == ["a1", "a2"]
    assert [one.topic.slug for one in store.topics()] == ["port"]
    assert store.catalogue.rename("port", HARBOUR)
    assert (store.catalogue.moved("harbour"), store.catalogue.moved("port")) == (None, "harbour")
    assert not store.catalogue.rename("nowhere", port)


def test_a_merged_topic_puts_its_articles_searches_and_addresses_into_the_other(store: Store) -> None:
    for number in range(5):
        store.replace(told_article(f"a{number}", "tide", topics=(HARBOUR, FERRY) if number % 2 else (HARBOUR,)))
    store.catalogue.define(HARBOUR, SavedSearch(q="crane"))
    store.catalogue.rename("harbour", Topic("docks", "Docks"))
    assert store.catalogue.merge("docks", "ferry")
    assert [store.catalogue.moved(slug) for slug in ("docks", "harbour", "ferry")] == ["ferry", "ferry", None]
    settled(store)
    assert articles_of(store, "ferry") == [f"a{number}" for number in range(5)]
    assert [one.topic.slug for one in store.topics()] == ["ferry"]
    store.replace(told_article("b1", "A crane fell"))
    store.replace(told_article("b2", "Nothing", topics=(HARBOUR,)))
    assert articles_of(store, "ferry")[5:] == ["b1", "b2"]
    assert not store.catalogue.merge("docks", "ferry")
    with pytest.raises(ValueError, match="itself"):
        store.catalogue.merge("ferry", "ferry")


def test_a_removed_topic_leaves_its_articles(store: Store) -> None:
    for number in range(5):
        store.replace(told_article(f"a{number}", "tide", topics=(HARBOUR, FERRY)))
    store.catalogue.define(HARBOUR, SavedSearch(q="tide"))
    store.catalogue.rename("harbour", Topic("docks", "Docks"))
    assert store.catalogue.remove("docks") == 5
    assert store.catalogue.remove("docks") is None
    assert (store.timeline("docks"), store.catalogue.moved("harbour")) == (None, None)
    settled(store)
    assert articles_of(store, "ferry") == [f"a{number}" for number in range(5)]
    found = store.entry("a1")
    assert found is not None
    assert found.topics == (FERRY,)
    assert [one.topic.slug for one in store.topics()] == ["ferry"]
    store.replace(told_article("a1", "tide", later=1, topics=(Topic("docks", "Docks anew"),)))
    assert articles_of(store, "docks") == ["a1"]


def test_no_two_topics_have_one_address(store: Store) -> None:
    store.replace(told_article("a1", "tide", topics=(HARBOUR, FERRY)))
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
