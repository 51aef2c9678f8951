"""Articles, their events, and the topics and places these have."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Name = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    _articles()
    _topics()
    _filings()
    _events()
    _places()


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("key", Key, sa.Identity(), primary_key=True),
        sa.Column("id", Name, nullable=False, unique=True),
        sa.Column("received", sa.BigInteger, nullable=False),
        sa.Column("rank", sa.SmallInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("submission", sa.LargeBinary, nullable=False),
        sa.Column("topics", sa.LargeBinary, nullable=False),
        sa.Column("article", sa.LargeBinary),
        sa.Column("events", sa.Integer),
        sa.Column("failure", sa.Text),
    )


def _topics() -> None:
    op.create_table(
        "topics",
        sa.Column("key", Key, sa.Identity(), primary_key=True),
        sa.Column("slug", Name, nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("changed", sa.BigInteger, nullable=False),
        sa.Column("events", sa.BigInteger, nullable=False),
        sa.Column("articles", sa.BigInteger, nullable=False),
    )


def _filings() -> None:
    op.create_table(
        "filings",
        sa.Column("article", Key, sa.ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("topic", Key, sa.ForeignKey("topics.key"), primary_key=True),
        sa.Index("filings_by_topic", "topic", "article"),
        sqlite_with_rowid=False,
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("key", Key, primary_key=True, autoincrement=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )


def _places() -> None:
    op.create_table(
        "places",
        sa.Column("topic", Key, sa.ForeignKey("topics.key"), primary_key=True),
        *(sa.Column(name, sa.BigInteger, primary_key=True) for name in ("earliest", "latest", "start", "end")),
        sa.Column("event", Name, primary_key=True),
        sa.Column("key", Key, sa.ForeignKey("events.key", ondelete="CASCADE"), primary_key=True),
        sa.Index("places_by_key", "key"),
        sa.Index("places_by_latest", "topic", "latest"),
        sqlite_with_rowid=False,
    )
