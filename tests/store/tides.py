"""A topic that searches for tides, and the articles that it finds."""

from __future__ import annotations

from typing import Any

from choosing import chosen
from store_specimens import article, done, event

from timeline.model import Topic
from timeline.selection import EVERYTHING
from timeline.store import Entry, Store

TIDE = Topic("tide", "Tide")


def told_article(name: str, text: str, later: int = 0, **fields: Any) -> Entry:  # noqa: ANN401
    """An article of this text, with one event of its own."""
    about = {key: fields.pop(key) for key in ("publisher", "published") if key in fields}
    read = article(name, title="Untitled", text=text, title_span=None, body=(), **about)
    return done(name, later, article=read, events=(event(f"{name}-e"),), **{"topics": (), **fields})


def settled(store: Store, limit: int = 2) -> None:
    assert store.catalogue.unsettled()
    while store.catalogue.refile(limit=limit):
        pass
    assert not store.catalogue.unsettled()


def articles_of(store: Store, slug: str) -> list[str]:
    found = store.collection(slug)
    assert found is not None
    assert sorted(one.id.removesuffix("-e") for one in chosen(store, EVERYTHING, slug=slug)) == sorted(
        one.id for one in found.articles
    )
    (summary,) = (one for one in store.topics() if one.topic.slug == slug)
    assert (summary.articles, summary.count) == (len(found.articles), len(found.articles))
    return [one.id for one in found.articles]
