"""Topics as saved searches, their former addresses, and what is left of filing articles anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012_catalogue"
down_revision = "0011_search"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Name = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "searches",
        sa.Column("key", Key, sa.Identity(), primary_key=True),
        sa.Column("topic", Key, sa.ForeignKey("topics.key"), nullable=False),
        sa.Column("search", sa.Text, nullable=False),
        sa.Index("searches_by_topic", "topic"),
    )
    op.create_table(
        "former_slugs",
        sa.Column("slug", Name, primary_key=True),
        sa.Column("topic", Key, sa.ForeignKey("topics.key"), nullable=False),
        sa.Index("former_slugs_by_topic", "topic"),
    )
    op.create_table(
        "refilings",
        sa.Column("topic", Key, sa.ForeignKey("topics.key"), primary_key=True),
        sa.Column("work", sa.Text, primary_key=True),
        sa.Column("done", sa.BigInteger, nullable=False),
        sa.Column("into", Key, sa.ForeignKey("topics.key")),
        sa.Column("slugs", sa.Text),
    )
