"""The topics into whose searches an article falls."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from timeline.model import Article
from timeline.search.matching import Text
from timeline.search.saved import SavedSearch, stored_search
from timeline.store.catalogue.tables import searches
from timeline.store.statements import Statement

_SEARCHES = Statement(select(searches.c.topic, searches.c.search))
Searches = Sequence[tuple[int, SavedSearch]]


def saved(connection: Connection) -> Searches:
    """All searches there are, with the keys of their topics."""
    return [(topic, stored_search(search)) for topic, search in _SEARCHES.rows(connection, {})]


def falling(searches: Searches, article: Article, words: Sequence[str]) -> frozenset[int]:
    """The keys of the topics that an article of these words falls into."""
    if not searches:
        return frozenset()
    text = Text(words)
    return frozenset(topic for topic, search in searches if search.meets(article, text))
