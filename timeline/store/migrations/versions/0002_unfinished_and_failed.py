"""Articles that have not come to an end, and those that failed, found without reading all; where the log tells why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("articles", sa.Column("reference", sa.Text))
    unfinished, failed = sa.text("rank < 2"), sa.text("state = 'failed'")
    op.create_index(
        "articles_unfinished", "articles", ["received"], sqlite_where=unfinished, postgresql_where=unfinished
    )
    op.create_index("articles_failed", "articles", ["received", "id"], sqlite_where=failed, postgresql_where=failed)
