"""The tables of articles, of the topics they are filed in, and of tokens; `timeline.store.chronologies` has those of
what is told in a topic. Migrations make them; a test holds that both agree.

``events`` are those of the articles. An article's lie together, as their keys begin with its key.
``articles.publisher`` is in lower case, '' for none. ``topics`` carries what would otherwise take counting. Moments are
microseconds since 1970, ``filings.published`` and ``topics.newest`` since year 1 on the publisher's clock. ``told`` is
since when an article tells what it tells, here in a topic; what it told before is in `timeline.store.past`.

``topics.edition`` and ``articles.changed`` move, only ever forward, with every write that may change an answer about
them: answers are kept by them. ``topics.changed`` moves with the topic's events alone.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    literal_column,
)

Key = BigInteger().with_variant(Integer, "sqlite")
Name = Text().with_variant(Text(collation="C"), "postgresql")  # by code point, as SQLite does

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("key", Key, Identity(), primary_key=True),
    Column("id", Name, nullable=False, unique=True),
    Column("received", BigInteger, nullable=False),
    Column("rank", SmallInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("submission", LargeBinary, nullable=False),
    Column("topics", LargeBinary, nullable=False),
    Column("article", LargeBinary),
    Column("events", Integer),
    Column("failure", Text),
    Column("reference", Text),
    Column("told", BigInteger),
    Column("withdrawn", BigInteger),
    Column("reason", Text),
    Column("changed", BigInteger, nullable=False, server_default="0"),
    Column("publisher", Name),
    Index("articles_by_publisher", "publisher"),
)

# Written out, not bound: only then does a database see that a query is about a partial index.
UNFINISHED = articles.c.rank < literal_column("2")
FAILED = articles.c.state == literal_column("'failed'")
Index("articles_unfinished", articles.c.received, sqlite_where=UNFINISHED, postgresql_where=UNFINISHED)
Index("articles_failed", articles.c.received, articles.c.id, sqlite_where=FAILED, postgresql_where=FAILED)

topics = Table(
    "topics",
    metadata,
    Column("key", Key, Identity(), primary_key=True),
    Column("slug", Name, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("events", BigInteger, nullable=False),
    Column("articles", BigInteger, nullable=False),
    Column("newest", BigInteger),
    Column("edition", BigInteger, nullable=False, server_default="0"),
)

filings = Table(
    "filings",
    metadata,
    Column("article", Key, ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
    Column("topic", Key, ForeignKey("topics.key"), primary_key=True),
    Column("published", BigInteger),
    Column("told", BigInteger),
    Index("filings_by_topic", "topic", "article"),
    Index("filings_by_publication", "topic", "published"),
    Index("filings_by_telling", "topic", "told"),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("record", LargeBinary, nullable=False),
)

# ``digest`` is of the secret: what the table tells lets nobody in. A revoked token stays, for the record.
tokens = Table(
    "tokens",
    metadata,
    Column("id", Name, primary_key=True),
    Column("name", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("revoked", BigInteger),
)


MOST_EVENTS = 2**20
"""The key of an event begins with that of its article: times this, plus its position."""


def event_keys(article: int) -> range:
    """The keys of an article's events, by position."""
    return range(article * MOST_EVENTS, (article + 1) * MOST_EVENTS)
