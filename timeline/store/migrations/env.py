"""Run by alembic for every command: migrations run in the transaction that the caller holds."""

from __future__ import annotations

from alembic import context

from timeline.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
