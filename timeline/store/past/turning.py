"""Taking back an article, and taking in what it tells when it is read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from timeline.progress import State
from timeline.store.columns import microseconds
from timeline.store.port import Entry
from timeline.store.reading import told
from timeline.store.schema import articles
from timeline.store.versions import Ending
from timeline.store.writing import write

_ARTICLE = select(articles).where(articles.c.id == bindparam("id"))
_MICROSECOND = timedelta(microseconds=1)


def reread(connection: Connection, entry: Entry) -> bool:
    row = connection.execute(_ARTICLE.with_for_update(), {"id": entry.id}).one_or_none()
    same = row is not None and row.state == State.DONE.value and row.received == microseconds(entry.received)
    return same and write(connection, [entry], Ending.REREAD)[0]


def withdraw(connection: Connection, article: str, at: datetime, reason: str | None) -> Entry | None:
    """The article as it is then: later than whatever was accepted before, and just as it was where it is withdrawn."""
    row = connection.execute(_ARTICLE.with_for_update(), {"id": article}).one_or_none()
    if row is None:
        return None
    entry = told(connection, row)
    if entry.state is State.WITHDRAWN and entry.withdrawn:
        return entry
    gone = replace(
        entry,
        state=State.WITHDRAWN,
        received=max(at, entry.received + _MICROSECOND),
        article=None,
        events=(),
        failure=None,
        reference=None,
        withdrawn=at,
        reason=reason,
    )
    write(connection, [gone], Ending.WITHDRAWN)
    return told(connection, connection.execute(_ARTICLE, {"id": article}).one())
