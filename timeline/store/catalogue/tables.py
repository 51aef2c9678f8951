"""Tables of topics that are looked after.

``searches`` are JSON; ``former_slugs`` lead to topics; ``refilings`` is work that is left, of one `Work` each: ``done``
is the key up to which it was done, ``into`` where articles that leave a topic go, ``slugs`` those that articles forget.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Identity, Index, Table, Text

from timeline.store.schema import Key, Name, metadata


class Work(StrEnum):
    """Hold all articles against the topic's searches; take its articles out of it; weigh its events by its title."""

    SEARCH = "search"
    LEAVE = "leave"
    WEIGH = "weigh"


searches = Table(
    "searches",
    metadata,
    Column("key", Key, Identity(), primary_key=True),
    Column("topic", Key, ForeignKey("topics.key"), nullable=False),
    Column("search", Text, nullable=False),
    Index("searches_by_topic", "topic"),
)
former_slugs = Table(
    "former_slugs",
    metadata,
    Column("slug", Name, primary_key=True),
    Column("topic", Key, ForeignKey("topics.key"), nullable=False),
    Index("former_slugs_by_topic", "topic"),
)
refilings = Table(
    "refilings",
    metadata,
    Column("topic", Key, ForeignKey("topics.key"), primary_key=True),
    Column("work", Text, primary_key=True),
    Column("done", BigInteger, nullable=False),
    Column("into", Key, ForeignKey("topics.key")),
    Column("slugs", Text),
)
