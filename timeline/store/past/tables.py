"""The tables of versions that do not count any more.

A version was current from ``since`` until just before ``until``, and so were its ``former_filings``, each in its topic,
where no two changes share a moment. ``events`` is a JSON array of event records. ``ended`` is one of `Ending`.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Identity, Index, LargeBinary, Table, Text

from timeline.store.schema import Key, metadata

versions = Table(
    "versions",
    metadata,
    Column("key", Key, Identity(), primary_key=True),
    Column("article", Key, ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("topics", LargeBinary, nullable=False),
    Column("record", LargeBinary),
    Column("events", LargeBinary, nullable=False),
    Column("ended", Text, nullable=False),
    Column("reason", Text),
    Index("versions_by_article", "article", "until"),
)

former_filings = Table(
    "former_filings",
    metadata,
    Column("topic", Key, ForeignKey("topics.key", ondelete="CASCADE"), primary_key=True),
    Column("until", BigInteger, primary_key=True),
    Column("version", Key, ForeignKey("versions.key", ondelete="CASCADE"), primary_key=True),
    Column("since", BigInteger, nullable=False),
    Index("former_filings_by_version", "version"),
    sqlite_with_rowid=False,
)
