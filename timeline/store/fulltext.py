"""Full-text search: FTS5 on SQLite, tsvector on PostgreSQL, both over words that are folded before they come here.

The databases' own readings of a text differ, so neither reads any: words are split at blanks and compared as they are.
A happening's words begin with its topic's own word, which no text has, so that a search looks no further.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    cast,
    column,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from timeline.search.tree import Every, Query, Words, plain
from timeline.store.chronologies import places
from timeline.store.matching import to_match, to_tsquery, vector
from timeline.store.rows import arrays
from timeline.store.statements import rows, run

_LAST_PLACE = "SELECT rowid FROM place_words ORDER BY rowid DESC LIMIT 1"
_PUT_PLACE = "INSERT INTO place_words (rowid, words, topic, home) VALUES (?, ?, ?, ?)"
_PUT_PLACE_VECTORS = (
    "INSERT INTO place_words (topic, home, words) SELECT topic, home, words::tsvector "
    "FROM unnest(%s::bigint[], %s::bigint[], %s::text[]) AS given (topic, home, words)"
)
_DROP_PLACE = {
    "sqlite": """DELETE FROM place_words WHERE rowid = (SELECT doc FROM places WHERE topic = ? AND "key" = ?)""",
    "postgresql": "DELETE FROM place_words WHERE topic = %s AND home = %s",
}
_DROP_PLACES = """DELETE FROM place_words WHERE rowid IN (SELECT doc FROM places WHERE "key" BETWEEN ? AND ?)"""
_FOUND_PLACES = {
    "sqlite": "SELECT rowid, topic, home FROM place_words WHERE place_words MATCH ? AND rowid < ? "
    "ORDER BY rowid DESC LIMIT ?",
    "postgresql": "SELECT doc, topic, home FROM place_words WHERE words @@ %s::tsquery AND doc < %s "
    "ORDER BY doc DESC LIMIT %s",
}
_FOUND_ARTICLES = {
    "sqlite": "SELECT rowid FROM article_words WHERE article_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
    "postgresql": "SELECT article FROM article_words WHERE words @@ %s::tsquery AND article < %s "
    "ORDER BY article DESC LIMIT %s",
}
_PUT_ARTICLE = {
    "sqlite": "INSERT OR REPLACE INTO article_words (rowid, words) VALUES (?, ?)",
    "postgresql": "INSERT INTO article_words (article, words) VALUES (%s, %s::tsvector) "
    "ON CONFLICT (article) DO UPDATE SET words = excluded.words",
}
_DROP_ARTICLE = {
    "sqlite": "DELETE FROM article_words WHERE rowid = ?",
    "postgresql": "DELETE FROM article_words WHERE article = %s",
}
TABLES = ("place_words", "article_words")
_PLACES = table("place_words", column("topic"), column("home"), column("words"))


def of_topic(topic: int) -> str:
    return f"_{topic}"


def add_places(connection: Connection, topic: int, texts: Mapping[int, Sequence[str]]) -> dict[int, int | None]:
    """Have happenings found by these words; which rows of SQLite's index are theirs, by their homes."""
    if not texts:
        return {}
    whole = {home: [of_topic(topic), *words] for home, words in texts.items()}
    if connection.dialect.name == "postgresql":
        rows(connection, _PUT_PLACE_VECTORS, arrays([(topic, home, vector(words)) for home, words in whole.items()]))
        return dict.fromkeys(whole)
    ((last,),) = rows(connection, _LAST_PLACE, ()) or [(0,)]
    docs = dict(zip(whole, range(last + 1, last + 1 + len(whole)), strict=True))
    run(connection, _PUT_PLACE, [(docs[home], " ".join(words), topic, home) for home, words in whole.items()])
    return dict(docs)


def drop_places(connection: Connection, topic: int, homes: Sequence[int]) -> None:
    """Before the places themselves are dropped."""
    if homes:
        run(connection, _DROP_PLACE[connection.dialect.name], [(topic, home) for home in homes])


def drop_places_of(connection: Connection, first: int, last: int) -> None:
    """Of these homes, in all topics, before their events are dropped: with these go the places, which SQLite's index
    is looked up by."""
    if connection.dialect.name == "sqlite":
        rows(connection, _DROP_PLACES, (first, last))


def add_article(connection: Connection, article: int, words: Sequence[str]) -> None:
    """Have an article found by these words, and no more by those it had."""
    dialect = connection.dialect.name
    found = vector(words) if dialect == "postgresql" else " ".join(words)
    run(connection, _PUT_ARTICLE[dialect], [(article, found)])


def drop_article(connection: Connection, article: int) -> None:
    run(connection, _DROP_ARTICLE[connection.dialect.name], [(article,)])


def found_places(connection: Connection, query: Query, limit: int, before: int) -> list[tuple[int, int, int]]:
    """Number, topic and home of the happenings that meet a `plain` query, from the highest number below one down.

    The one that stood up last has the highest number.
    """
    return [(row[0], row[1], row[2]) for row in _found(connection, _FOUND_PLACES, query, limit, before)]


def found_articles(connection: Connection, query: Query, limit: int, before: int) -> list[int]:
    """As `found_places`, the keys of articles."""
    return [row[0] for row in _found(connection, _FOUND_ARTICLES, query, limit, before)]


def _found(
    connection: Connection, statements: Mapping[str, str], query: Query, limit: int, before: int
) -> Sequence[tuple[int, ...]]:
    dialect = connection.dialect.name
    sought = to_tsquery(query) if dialect == "postgresql" else to_match(query)
    return rows(connection, statements[dialect], (sought, before, limit))


def among_places(query: Query, topic: int, dialect: str) -> ColumnElement[bool]:
    """Whether a place of the topic meets the query."""
    if dialect == "postgresql":
        found = select(_PLACES.c.home).where(_PLACES.c.topic == topic, _meets(_PLACES.c.words, query, topic))
        return places.c.key.in_(found)
    whole = Every((Words((of_topic(topic),)), plain(query)))
    docs = select(literal_column("rowid", BigInteger)).select_from(_PLACES)
    return places.c.doc.in_(docs.where(literal_column("place_words").op("MATCH")(to_match(whole))))


def _meets(words: ColumnElement[str], query: Query, topic: int) -> ColumnElement[bool]:
    return words.op("@@")(cast(literal(f"'{of_topic(topic)}' & {to_tsquery(query)}"), TSQUERY))
