"""Happenings that are found, in the order in which they stood up; SQLite numbers its rows so by itself."""

from __future__ import annotations

from alembic import op

revision = "0011_search"
down_revision = "0010_rereadings"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE place_words ADD COLUMN doc bigint GENERATED ALWAYS AS IDENTITY")
        op.execute("CREATE UNIQUE INDEX place_words_by_doc ON place_words (doc)")
