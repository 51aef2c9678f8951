"""What stands at the places of a topic, as it is told at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection

from timeline.chronology.life import silenced
from timeline.chronology.merging import alone, echoed
from timeline.model import Event, Status
from timeline.remembering import Remembering
from timeline.store import records
from timeline.store.damage import damaged
from timeline.store.legible import sources_read
from timeline.store.reports import copies
from timeline.store.walk import Placed

_REMEMBERED = 2000
"""Events, of the pages asked for last."""


def told(connection: Connection, topic: int, newest: datetime | None, rows: Sequence[Placed]) -> tuple[Event, ...]:
    """``newest`` is when the newest article of the topic was published."""
    return tuple(_silenced(event, newest) for event in _heard(connection, topic, rows))


def _silenced(event: Event, newest: datetime | None) -> Event:
    if event.status is not Status.SCHEDULED:  # as most are
        return event
    return _silently(event, newest)


def _heard(connection: Connection, topic: int, rows: Sequence[Placed]) -> Iterator[Event]:
    """The events of these places, with all who print what each of their reports says."""
    echoes = copies(connection, topic, [row.echoed for row in rows if row.echoed is not None])
    for row in rows:
        heard = None if row.echoed is None else tuple(echoes.get(row.key, ()))
        try:
            yield _happened(row.record, row.merged, heard)
        except records.Unreadable as fault:
            yield damaged(connection, row.key, fault)


@lru_cache(_REMEMBERED)
def _happened(record: bytes, merged: bytes | None, heard: tuple[bytes, ...] | None) -> Event:
    """The same object for the same records, so that what was made of it is found again."""
    event = alone(records.event(record)) if merged is None else records.event(merged)
    if heard is None:
        return event
    return echoed(event, (source for copy in heard for source in sources_read(copy)))


_silently = Remembering(silenced, _REMEMBERED)
