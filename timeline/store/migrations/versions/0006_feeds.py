"""Feeds that are polled, and which of their entries were taken in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_feeds"
down_revision = "0005_past"

Name = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", Name, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("topics", sa.LargeBinary, nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("made", "due")),
        sa.Column("polled", sa.BigInteger),
        *(sa.Column(name, sa.Text) for name in ("etag", "modified")),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("told", sa.Text),
        sa.Column("gone", sa.Boolean, nullable=False),
    )
    op.create_table(
        "feed_entries",
        sa.Column("feed", Name, sa.ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("entry", Name, primary_key=True),
        sa.Column("version", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
