"""Reports are found by their happenings: what only hangs together is looked for where somebody asks for it."""

from __future__ import annotations

from alembic import op

revision = "0013_homes"
down_revision = "0012_catalogue"

_ECHOED = 'UPDATE places SET echoed = "key" WHERE echoed IS NOT NULL'


def upgrade() -> None:
    op.drop_index("tellings_by_component", "tellings")
    op.execute("ALTER TABLE tellings DROP COLUMN component")
    op.create_index("tellings_by_home", "tellings", ["home"])
    op.execute(_ECHOED)
