"""An article that cannot be read back costs its own text, and no others their topics."""

from __future__ import annotations

import pytest
from damages import DAYS, PLANNED
from sqlalchemy import Engine, update
from store_specimens import FERRY, HARBOUR, article, done, event

from timeline.model import Topic
from timeline.search import query
from timeline.search.saved import SavedSearch
from timeline.store import FoundArticle, Kind, Store, open_store
from timeline.store.schema import articles


def test_an_article_that_cannot_be_read_back_is_told_without_its_text(url: str, database: Engine) -> None:
    store = open_store(url)
    store.replace(done(events=PLANNED))
    store.replace(done("a2", events=(event("other", DAYS[0]),)))
    with database.begin() as connection:
        connection.execute(update(articles).where(articles.c.id == "a1").values(article=b'{"zone":'))
    entry, collection = store.entry("a1"), store.collection("harbour")
    assert entry is not None
    assert (entry.article, entry.events) == (None, PLANNED)
    assert collection is not None
    assert [one.id for one in collection.articles] == ["a2"]
    assert [hit.article.id for hit in store.search(query("ferry")).hits if hasattr(hit, "article")] == ["a2"]
    assert store.replace(done(later=1, events=PLANNED))
    again = store.entry("a1")
    assert again is not None
    assert again.article == article()
    store.close()


def test_a_search_goes_on_behind_it(store: Store, database: Engine) -> None:
    for name in ("a1", "a2", "a3", "a4"):
        store.replace(done(name))
    with database.begin() as connection:
        connection.execute(update(articles).where(articles.c.id.in_(("a2", "a3"))).values(article=b"{"))
    found, after = [], None
    while not found or after is not None:
        page = store.search(query("ferry"), kinds=[Kind.ARTICLE], limit=1, after=after)
        found += [hit.article.id for hit in page.hits if isinstance(hit, FoundArticle)]
        after = page.next
    assert found == ["a4", "a1"]


def test_it_stays_in_its_topics_while_others_are_filed_anew(
    store: Store, database: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    for name, topics in (("a1", (HARBOUR, FERRY)), ("a2", (HARBOUR,)), ("a3", (HARBOUR,))):
        store.replace(done(name, article=article(name), events=(event(name),), topics=topics))
    with database.begin() as connection:
        connection.execute(update(articles).where(articles.c.id != "a3").values(article=b"{"))
    store.catalogue.define(Topic("ferry", "Ferry"), SavedSearch(q="ferry"))
    while store.catalogue.refile(limit=1):
        pass
    page = store.timeline("ferry")
    assert page is not None
    assert {one.id for one in page.events} == {"a1", "a3"}
    assert "Article a2 cannot be read back" in caplog.text
