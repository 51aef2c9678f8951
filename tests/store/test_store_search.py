"""What every store promises of a search through everything."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_specimens import FERRY, HARBOUR, article, done, event

from timeline.model import Event
from timeline.search import query
from timeline.selection import Selection
from timeline.store import FoundArticle, FoundEvent, Kind, Store


def _said(name: str, quote: str) -> Event:
    made = event(name)
    return replace(made, sources=(replace(made.sources[0], quote=quote),))


def _found(store: Store, text: str, limit: int = 1, kinds: tuple[Kind, ...] = tuple(Kind)) -> list[str]:
    """What is found page by page: events as topic/id, articles by their ids."""
    found: list[str] = []
    after: str | None = None
    while True:
        page = store.search(query(text), kinds=kinds, limit=limit, after=after)
        assert len(page.hits) <= limit
        found += [
            hit.article.id if isinstance(hit, FoundArticle) else f"{hit.topic.slug}/{hit.event.id}" for hit in page.hits
        ]
        after = page.next
        if after is None:
            return found


@pytest.fixture(autouse=True)
def _told(store: Store) -> None:
    text = "Pilots refuse the Café fare.\n\nA strike may follow, they said."
    for name, topics in (("a1", (HARBOUR, FERRY)), ("a2", (FERRY,))):
        told = (_said(f"{name}-e", f"Pilots of {name} met at the café."), event(f"{name}-f"))
        read = article(name, title="Pilots speak", text=f"{text} {name}", title_span=None, body=())
        store.replace(done(name, topics=topics, article=read, events=told))


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_a_search_finds_events_of_all_topics_and_then_articles_what_came_last_first(store: Store, limit: int) -> None:
    found = _found(store, "pilots cafe", limit)
    assert found[0] == "ferry/a2-e"
    assert sorted(found[1:3]) == ["ferry/a1-e", "harbour/a1-e"]
    assert found[3:] == ["a2", "a1"]
    assert _found(store, "pilots cafe", limit, (Kind.ARTICLE,)) == ["a2", "a1"]
    assert _found(store, "pilots cafe", limit, (Kind.EVENT,)) == found[:3]


def test_a_search_knows_phrases_beginnings_and_what_must_not_be_there(store: Store) -> None:
    assert _found(store, '"refuse the cafe"') == ["a2", "a1"]
    assert _found(store, '"speak pilots"') == []
    assert _found(store, "strik* -a1") == ["a2"]
    assert _found(store, "(strike OR met) a1 -(a2 OR zebra)")[-1] == "a1"
    assert _found(store, "strike (a1 OR -pilots)") == ["a1"]


def test_what_an_article_says_no_more_is_not_found(store: Store) -> None:
    store.replace(done("a1", later=1, topics=(HARBOUR,), article=article("a1", title="Quiet"), events=()))
    assert _found(store, "pilots a1") == []
    assert _found(store, "quiet") == ["a1"]
    store.withdraw("a2", done("a2", later=2).received)
    assert _found(store, "pilots") == []


def test_an_event_is_not_found_by_what_another_version_of_its_article_said(store: Store) -> None:
    read = article("a1", title="Pilots speak", text="Pilots sailed.", title_span=None, body=())
    store.replace(done("a1", later=1, topics=(HARBOUR,), article=read, events=(_said("a1-e", "Pilots sailed."),)))
    assert _found(store, "pilots cafe", kinds=(Kind.EVENT,)) == ["ferry/a2-e"]
    assert _found(store, "sailed", kinds=(Kind.EVENT,)) == ["harbour/a1-e"]


def test_an_event_is_found_as_its_timeline_shows_it(store: Store) -> None:
    (hit,) = store.search(query("pilots a2"), kinds=(Kind.EVENT,)).hits
    assert isinstance(hit, FoundEvent)
    page = store.timeline("ferry", Selection(query=query("a2")))
    assert page is not None
    assert (hit.topic, replace(hit.event, importance=0.25)) == (FERRY, page.events[0])
    assert (hit.event.importance,) == page.weights


def test_a_search_that_cannot_be_meant_is_refused(store: Store) -> None:
    for cursor in ("", "x", "äöü", "bnVsbA", "WzFd", "WyJldmVudCIsLTFd", "WyJldmVudCIsIjEiXQ"):
        with pytest.raises(ValueError, match="cursor"):
            store.search(query("pilots"), after=cursor)
    with pytest.raises(ValueError, match="must not be there"):
        store.search(query("-pilots"))
