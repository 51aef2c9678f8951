"""Numbers that tell whether an answer is still right, and what changed in a topic since any moment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_editions"
down_revision = "0006_feeds"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Name = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("articles", sa.Column("changed", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("topics", sa.Column("edition", sa.BigInteger, nullable=False, server_default="0"))
    op.create_index("filings_by_telling", "filings", ["topic", "told"])
    op.execute("UPDATE topics SET edition = changed")
    op.create_table(
        "alterations",
        sa.Column("topic", Key, sa.ForeignKey("topics.key"), primary_key=True),
        sa.Column("event", Name, primary_key=True),
        sa.Column("home", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Index("alterations_by_moment", "topic", "at"),
        sqlite_with_rowid=False,
    )
