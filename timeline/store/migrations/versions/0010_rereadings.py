"""Rereadings of all articles: how far each is, and what it changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010_rereadings"
down_revision = "0009_selections"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_NUMBERS = ("position", "last", "total", "read", "failed", "articles", "added", "removed", "changed")


def upgrade() -> None:
    op.create_table(
        "rereadings",
        sa.Column("key", Key, sa.Identity(), primary_key=True),
        sa.Column("begun", sa.BigInteger, nullable=False),
        sa.Column("ended", sa.BigInteger),
        sa.Column("topic", sa.Text),
        sa.Column("dry", sa.Boolean, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in _NUMBERS),
    )
    op.create_table(
        "rereading_changes",
        sa.Column("rereading", Key, sa.ForeignKey("rereadings.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("line", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
