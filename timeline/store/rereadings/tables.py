"""The tables of rereadings. ``position`` is the key of an article, ``line`` JSON."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Identity, Integer, LargeBinary, Table, Text

from timeline.store.schema import Key, metadata

COUNTS = ("read", "failed", "articles", "added", "removed", "changed")

rereadings = Table(
    "rereadings",
    metadata,
    Column("key", Key, Identity(), primary_key=True),
    Column("begun", BigInteger, nullable=False),
    Column("ended", BigInteger),
    Column("topic", Text),
    Column("dry", Boolean, nullable=False),
    Column("reading", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("total", BigInteger, nullable=False),
    *(Column(name, BigInteger, nullable=False) for name in COUNTS),
)

rereading_changes = Table(
    "rereading_changes",
    metadata,
    Column("rereading", Key, ForeignKey("rereadings.key", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("line", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
