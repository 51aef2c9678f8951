"""SQLite's index of words loses those of events that are no more, which earlier versions left when one was replaced."""

from __future__ import annotations

from alembic import op

revision = "0016_words"
down_revision = "0015_marks"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DELETE FROM place_words WHERE rowid NOT IN (SELECT doc FROM places WHERE doc IS NOT NULL)")
