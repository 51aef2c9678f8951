"""Where articles and their events are kept: one port, on SQLite or PostgreSQL.

SQLAlchemy is loaded when a store is opened and alembic when a schema must change, not before.
"""

from __future__ import annotations

from timeline.density import Density
from timeline.model import Timeline
from timeline.selection import Selection
from timeline.store.catalogue.port import Catalogue, CuratedTopic, Refiling, TakenSlug, TooManySearches
from timeline.store.cursors import at, back
from timeline.store.editions import Edition, Editions, News
from timeline.store.entries import Collection, Entry
from timeline.store.faults import OutOfReach, Refused, TooNew, Unavailable
from timeline.store.feeds.port import Feed, Feeds
from timeline.store.found import Found, FoundArticle, FoundEvent, Kind
from timeline.store.overviews import Figures, Ledger, TopicSummary
from timeline.store.port import Store
from timeline.store.rereadings.port import Reread, Rereading, Rereadings
from timeline.store.rights import Token, Tokens
from timeline.store.versions import Ending, Version

__all__ = [
    "Catalogue",
    "Collection",
    "CuratedTopic",
    "Edition",
    "Editions",
    "Ending",
    "Entry",
    "Feed",
    "Feeds",
    "Figures",
    "Found",
    "FoundArticle",
    "FoundEvent",
    "Kind",
    "Ledger",
    "News",
    "OutOfReach",
    "Refiling",
    "Refused",
    "Reread",
    "Rereading",
    "Rereadings",
    "Store",
    "TakenSlug",
    "Token",
    "Tokens",
    "TooManySearches",
    "TooNew",
    "TopicSummary",
    "Unavailable",
    "Version",
    "at",
    "back",
    "backup",
    "density",
    "has_tokens",
    "open_store",
    "restore",
    "upgrade",
]


def open_store(url: str) -> Store:
    """The store at ``sqlite:///path`` or ``postgresql://…``; creates nothing and does not connect yet.

    Raises `ValueError` on any other kind of address.
    """
    from timeline.store.database import Database

    return Database(url)


def density(told: Timeline, selection: Selection, *, bins: int) -> Density:
    """What a store tells of the selection, of all its events at hand."""
    from timeline.store.densities import of_events

    return of_events(told, selection, bins)


def has_tokens(url: str) -> bool:
    """Whether the store at ``url`` has a token, for who asks nothing else and so loads little. Raises `Unavailable`."""
    from timeline.store.tokens import any_token

    return any_token(url)


def upgrade(url: str) -> None:
    """Bring the schema to this version, creating the database file and its folder when missing.

    Safe to call from several processes at once. Raises `TooNew` when the data is from a later version, and
    `Unavailable`.
    """
    from timeline.store.upgrading import to_head

    to_head(url)


def backup(url: str, to: str) -> int:
    """Save the SQLite store at ``url``, as it is at one moment, to a new file ``to``; how many articles that holds.

    Others may go on writing. Raises `Refused` and `ValueError`.
    """
    from timeline.store import backups

    return backups.backup(url, to)


def restore(url: str, given: str, *, force: bool = False) -> int:
    """Make the backup in the file ``given``, brought up to date, the store at ``url``; how many articles that holds.

    Raises `Refused` where articles are there already, unless ``force``, or where others have the store open; `TooNew`
    for a backup of a later version; `Unavailable` and `ValueError`.
    """
    from timeline.store import backups

    return backups.restore(url, given, force=force)
