"""Reports of one happening, wherever they come from, as one event. The rows are made by `timeline.store.upgrading`."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_happenings"
down_revision = "0003_tokens"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Name = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("topics", sa.Column("newest", sa.BigInteger))
    op.add_column("filings", sa.Column("published", sa.BigInteger))
    op.create_index("filings_by_publication", "filings", ["topic", "published"])
    op.add_column("places", sa.Column("echoed", sa.BigInteger))
    _table(
        "tellings",
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("component", "home", "lead")),
        sa.Column("copied", sa.Boolean, nullable=False),
        sa.Column("trace", sa.LargeBinary, nullable=False),
        sa.Index("tellings_by_component", "topic", "component"),
        keys=("telling",),
    )
    _table("tellers", sa.Column("id", Name, primary_key=True), keys=("telling", "published"), last="key")
    _table("spots", keys=("spot", "telling"))
    _table("happenings", sa.Column("record", sa.LargeBinary, nullable=False), keys=("home",))


def _table(name: str, *others: sa.schema.SchemaItem, keys: tuple[str, ...], last: str | None = None) -> None:
    """A table of each topic: numbers that are its key, then the other columns, then a last number of the key."""
    op.create_table(
        name,
        sa.Column("topic", Key, sa.ForeignKey("topics.key"), primary_key=True),
        *(sa.Column(key, sa.BigInteger, primary_key=True, autoincrement=False) for key in keys),
        *others,
        *(sa.Column(key, sa.BigInteger, primary_key=True, autoincrement=False) for key in (last,) if key),
        sqlite_with_rowid=False,
    )
