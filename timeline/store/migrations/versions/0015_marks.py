"""A report has a mark where it is looked for. `timeline.store.remarking` puts back what stands there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015_marks"
down_revision = "0014_stamps"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.drop_table("spots")
    op.create_table(
        "spots",
        sa.Column("topic", Key, sa.ForeignKey("topics.key"), primary_key=True),
        *(sa.Column(key, sa.BigInteger, primary_key=True, autoincrement=False) for key in ("spot", "telling")),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("facts", "words")),
        sqlite_with_rowid=False,
    )
