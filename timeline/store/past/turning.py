"""Taking back an article, and taking in what it tells when it is read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from timeline.progress import State
from timeline.store.columns import microseconds
from timeline.store.entries import Entry
from timeline.store.prepared import prepared
from timeline.store.reading import told
from timeline.store.schema import articles
from timeline.store.versions import Ending
from timeline.store.writing import write

_ARTICLE = select(articles).where(articles.c.id == bindparam("id"))
_VERSIONS = (
    select(articles.c.id, articles.c.received, articles.c.state)
    .where(articles.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(articles.c.id)
    .with_for_update()
)
_MICROSECOND = timedelta(microseconds=1)


def reread(connection: Connection, entries: Sequence[Entry]) -> set[str]:
    """Take in what reading versions again has made of them; the ids of those that are still the newest, and done."""
    if not entries:
        return set()
    rows = connection.execute(_VERSIONS, {"ids": [entry.id for entry in entries]}).all()
    stored = {row.id: row.received for row in rows if row.state == State.DONE.value}
    same = [entry for entry in entries if stored.get(entry.id) == microseconds(entry.received)]
    counting = write(connection, list(map(prepared, same)), Ending.REREAD)
    return {entry.id for entry, counts in zip(same, counting, strict=True) if counts}


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
    write(connection, [prepared(gone)], Ending.WITHDRAWN)
    return told(connection, connection.execute(_ARTICLE, {"id": article}).one())
