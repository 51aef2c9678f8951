"""The edition of a topic, and the news that led to it."""

from __future__ import annotations

from timeline.store import News, Store


def edition_of(store: Store, slug: str = "harbour") -> int:
    found = store.editions.topic(slug)
    assert found is not None
    return found.number


def changed_at(store: Store, slug: str = "harbour") -> int:
    found = store.editions.topic(slug)
    assert found is not None
    return found.changed


def news_since(store: Store, since: int, slug: str = "harbour", limit: int = 100) -> News:
    found = store.editions.news(slug, since, limit=limit)
    assert found is not None
    return found
