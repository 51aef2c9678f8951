"""Events found by their ids."""

from __future__ import annotations

from alembic import op

revision = "0008_events_by_id"
down_revision = "0007_editions"


def upgrade() -> None:
    op.create_index("tellers_by_event", "tellers", ["topic", "id"])
