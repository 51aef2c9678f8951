"""Saved searches: which articles belong to a topic, those that are there and those that come later."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from timeline.model import Article
from timeline.search.matching import Text
from timeline.search.parsing import query

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """An article is found when it meets every field that is given; at least one is.

    ``q`` is in the query language, ``publisher`` matches whatever its case, ``first`` and ``last`` are inclusive days
    of publication on the publisher's calendar. Raises BadQuery, and ValueError where no article can meet it or all do.
    """

    q: str | None = None
    publisher: str | None = None
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.q is None and self.publisher is None and self.first is None and self.last is None:
            raise ValueError("A search says what to look for: q, publisher, from or to.")
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"'from' is {self.first}, which is after 'to', {self.last}.")
        if self.q is not None:
            query(self.q)

    def meets(self, article: Article, text: Text) -> bool:
        """``text`` is made of the article's words."""
        published = article.published.date()
        return (
            (self.publisher is None or (article.publisher or "").casefold() == self.publisher.casefold())
            and (self.first is None or self.first <= published)
            and (self.last is None or published <= self.last)
            and (self.q is None or text.meets(query(self.q)))
        )


def saved_json(search: SavedSearch) -> Json:
    days = {"from": search.first, "to": search.last}
    return {
        "q": search.q,
        "publisher": search.publisher,
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


@lru_cache(maxsize=2048)
def stored_search(stored: str) -> SavedSearch:
    given = json.loads(stored)
    days = {name: date.fromisoformat(given[end]) for name, end in (("first", "from"), ("last", "to")) if given[end]}
    return SavedSearch(q=given["q"], publisher=given["publisher"], **days)
