"""The history of the schema, and what can be asked about it without loading alembic."""

from __future__ import annotations

from sqlalchemy import Connection, String, column, select, table

HEAD = "0016_words"
_VERSION = select(column("version_num", String)).select_from(table("alembic_version"))


def revision(connection: Connection) -> str | None:
    """The revision of the connected database's tables; an error of the database when there are none."""
    return connection.execute(_VERSION).scalar_one_or_none()
