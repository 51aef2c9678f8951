"""The tables of feeds. Moments are microseconds since 1970; entries and versions are digests."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, LargeBinary, Table, Text

from timeline.store.schema import Name, metadata

feeds = Table(
    "feeds",
    metadata,
    Column("id", Name, primary_key=True),
    Column("url", Text, nullable=False),
    Column("topics", LargeBinary, nullable=False),
    Column("every", Integer, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("due", BigInteger, nullable=False),
    Column("polled", BigInteger),
    Column("etag", Text),
    Column("modified", Text),
    Column("failures", Integer, nullable=False),
    Column("told", Text),
    Column("gone", Boolean, nullable=False),
)

feed_entries = Table(
    "feed_entries",
    metadata,
    Column("feed", Name, ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True),
    Column("entry", Name, primary_key=True),
    Column("version", Text, nullable=False),
    sqlite_with_rowid=False,
)
