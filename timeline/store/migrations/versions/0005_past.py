"""Versions that were replaced or withdrawn. Of what is there, the present one alone is known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_past"
down_revision = "0004_happenings"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("articles", sa.Column("told", sa.BigInteger))
    op.add_column("articles", sa.Column("withdrawn", sa.BigInteger))
    op.add_column("articles", sa.Column("reason", sa.Text))
    op.add_column("filings", sa.Column("told", sa.BigInteger))
    op.execute("UPDATE articles SET told = received WHERE events IS NOT NULL")
    op.execute("UPDATE filings SET told = (SELECT received FROM articles WHERE key = filings.article)")
    _versions()
    _former_filings()


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("key", Key, sa.Identity(), primary_key=True),
        sa.Column("article", Key, sa.ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("since", "until")),
        sa.Column("topics", sa.LargeBinary, nullable=False),
        sa.Column("record", sa.LargeBinary),
        sa.Column("events", sa.LargeBinary, nullable=False),
        sa.Column("ended", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Index("versions_by_article", "article", "until"),
    )


def _former_filings() -> None:
    op.create_table(
        "former_filings",
        sa.Column("topic", Key, sa.ForeignKey("topics.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("until", sa.BigInteger, primary_key=True),
        sa.Column("version", Key, sa.ForeignKey("versions.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Index("former_filings_by_version", "version"),
        sqlite_with_rowid=False,
    )
