"""The tables of what is told in a topic, in the order of time; `timeline.store.schema` has those it is made from.

``tellings`` are the reports of a topic, ``tellers`` the events that print each of them (the first is its ``lead``),
``spots`` where those that may be its neighbours find it, with its `timeline.chronology.marks.Mark`; ``home`` is
the lead of the first report of the same happening. ``happenings`` holds those of several reports, ``places`` all of
them with their sort keys, so that a page of any timeline is one walk along one index; ``echoed`` is the home of those
with copies, ``importance`` is that in the topic, made of ``weight`` and the number of articles; ``doc`` is its row in
SQLite's full text, whose tables
`timeline.store.fulltext` knows; ``stamp`` is a number drawn for what stands there, copies aside: it never stood for
anything else there.

``alterations`` has the moment, in microseconds since 1970, of events that fell then, or changed by what is told no
more: no article in ``filings`` tells of those.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
)

from timeline.store.schema import Key, Name, metadata

places = Table(
    "places",
    metadata,
    Column("topic", Key, ForeignKey("topics.key"), primary_key=True),
    Column("earliest", BigInteger, primary_key=True),
    Column("latest", BigInteger, primary_key=True),
    Column("start", BigInteger, primary_key=True),
    Column("end", BigInteger, primary_key=True),
    Column("event", Name, primary_key=True),
    Column("key", Key, ForeignKey("events.key", ondelete="CASCADE"), primary_key=True),
    Column("echoed", BigInteger),
    Column("status", Text, nullable=False),
    Column("granularity", SmallInteger, nullable=False),
    Column("weight", Double, nullable=False),
    Column("importance", Double, nullable=False),
    Column("doc", BigInteger),
    Column("stamp", BigInteger, nullable=False, server_default="0"),
    Index("places_by_key", "key"),
    Index("places_by_latest", "topic", "latest"),
    sqlite_with_rowid=False,
)


def _of_topic(name: str, *others: Column[Any] | Index, keys: Sequence[str], last: str | None = None) -> Table:
    """A table of each topic: numbers that are its key, the other columns, and a last number of the key."""
    numbers = [Column(key, BigInteger, primary_key=True, autoincrement=False) for key in (*keys, last) if key]
    topic = Column("topic", Key, ForeignKey("topics.key"), primary_key=True)
    return Table(name, metadata, topic, *numbers[: len(keys)], *others, *numbers[len(keys) :], sqlite_with_rowid=False)


tellings = _of_topic(
    "tellings",
    *(Column(name, BigInteger, nullable=False) for name in ("home", "lead")),
    Column("copied", Boolean, nullable=False),
    Column("trace", LargeBinary, nullable=False),
    Index("tellings_by_home", "home"),
    keys=("telling",),
)
tellers = _of_topic(
    "tellers",
    Column("id", Name, primary_key=True),
    Index("tellers_by_event", "topic", "id"),
    keys=("telling", "published"),
    last="key",
)
spots = _of_topic(
    "spots", *(Column(name, BigInteger, nullable=False) for name in ("facts", "words")), keys=("spot", "telling")
)
happenings = _of_topic("happenings", Column("record", LargeBinary, nullable=False), keys=("home",))
alterations = _of_topic(
    "alterations",
    Column("event", Name, primary_key=True),
    Column("home", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("alterations_by_moment", "topic", "at"),
    keys=(),
)
