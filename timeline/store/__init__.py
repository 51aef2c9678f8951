"""Where articles and their events are kept: one port, on SQLite or PostgreSQL.

SQLAlchemy is loaded when a store is opened and alembic when a schema must change, not before.
"""

from __future__ import annotations

from timeline.store.port import Collection, Entry, Ledger, Store, TooNew, TopicSummary, Unavailable
from timeline.store.rights import Token, Tokens

__all__ = [
    "Collection",
    "Entry",
    "Ledger",
    "Store",
    "Token",
    "Tokens",
    "TooNew",
    "TopicSummary",
    "Unavailable",
    "open_store",
    "upgrade",
]


def open_store(url: str) -> Store:
    """The store at ``sqlite:///path`` or ``postgresql://…``; creates nothing and does not connect yet.

    Raises `ValueError` on any other kind of address.
    """
    from timeline.store.database import Database

    return Database(url)


def upgrade(url: str) -> None:
    """Bring the schema to this version, creating the database file and its folder when missing.

    Safe to call from several processes at once. Raises `TooNew` when the data is from a later version, and
    `Unavailable`.
    """
    from timeline.store.upgrading import to_head

    to_head(url)
