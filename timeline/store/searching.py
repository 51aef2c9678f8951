"""Full-text search through everything: events first, then articles, each with what came last first."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import orjson
from sqlalchemy import Connection, bindparam, select

from timeline.search.tree import Query, excluding, plain
from timeline.store import fulltext, pages
from timeline.store.found import Found, FoundArticle, FoundEvent, Kind
from timeline.store.legible import article_read
from timeline.store.schema import articles

_ORDER = (Kind.EVENT, Kind.ARTICLE)
_NEWEST = 2**63 - 1
_ARTICLES = select(articles.c.key, articles.c.article, articles.c.id).where(
    articles.c.key.in_(bindparam("keys", expanding=True)), articles.c.article.is_not(None)
)


class _Place(NamedTuple):
    """Where a page ended: what was listed, and the number of the last one in its index."""

    kind: Kind
    number: int


def found(connection: Connection, query: Query, kinds: Iterable[Kind], limit: int, after: str | None) -> Found:
    """Raises ValueError for a broken cursor, and for a query that only excludes."""
    if excluding(query):
        raise ValueError("query: it says only what must not be there")
    begin = _Place(_ORDER[0], _NEWEST) if after is None else _begin(after)
    wanted = set(kinds)
    numbered: list[tuple[_Place, FoundEvent | FoundArticle]] = []
    for kind in _ORDER[_ORDER.index(begin.kind) :]:
        before, left = begin.number if begin.kind is kind else _NEWEST, limit + 1 - len(numbered)
        if kind in wanted and left:
            hits = islice(_LISTS[kind](connection, query, left, before), left)
            numbered += [(_Place(kind, number), hit) for number, hit in hits]
    more = _cursor(numbered[limit - 1][0]) if len(numbered) > limit else None
    return Found(tuple(hit for _, hit in numbered[:limit]), more)


def _events(connection: Connection, query: Query, limit: int, before: int) -> Iterator[tuple[int, FoundEvent]]:
    for number, topic, home in fulltext.found_places(connection, plain(query), limit, before):
        if told := pages.standing(connection, topic, home):
            yield number, told


def _articles(connection: Connection, query: Query, limit: int, before: int) -> Iterator[tuple[int, FoundArticle]]:
    """So many at a time: one that cannot be read back ends no list."""
    while keys := fulltext.found_articles(connection, plain(query), limit, before):
        read = {row.key: article_read(row.article, row.id)[0] for row in connection.execute(_ARTICLES, {"keys": keys})}
        yield from ((key, FoundArticle(article)) for key in keys if (article := read.get(key)))
        before = keys[-1]


_Listing = Callable[[Connection, Query, int, int], Iterator[tuple[int, FoundEvent | FoundArticle]]]
_LISTS: dict[Kind, _Listing] = {Kind.EVENT: _events, Kind.ARTICLE: _articles}


def _cursor(place: _Place) -> str:
    return urlsafe_b64encode(orjson.dumps(tuple(place))).decode("ascii").rstrip("=")


def _begin(cursor: str) -> _Place:
    broken = ValueError("after: not a cursor of a search; use the 'next' of a page, or leave it out")
    try:
        kind, number = orjson.loads(urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
        place = _Place(Kind(kind), number)
    except (ValueError, TypeError) as error:
        raise broken from error
    if type(number) is not int or not 0 <= number < _NEWEST:
        raise broken
    return place
