"""Inserting rows that may be there already, which both databases do alike and SQLAlchemy says for each."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

Insertion = postgresql.Insert | sqlite.Insert


def insertion(table: Table, dialect: str) -> Insertion:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
