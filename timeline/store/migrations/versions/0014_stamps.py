"""A number for what stands at a place, by which a process knows whether it has read that before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014_stamps"
down_revision = "0013_homes"

_DRAWN = {
    "sqlite": "UPDATE places SET stamp = abs(random() / 4)",
    "postgresql": "UPDATE places SET stamp = floor(random() * 4611686018427387904)::bigint",
}


def upgrade() -> None:
    op.add_column("places", sa.Column("stamp", sa.BigInteger, nullable=False, server_default="0"))
    op.execute(_DRAWN[op.get_bind().dialect.name])
