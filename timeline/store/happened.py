"""What stands at the places of a topic, as it is told at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from timeline.chronology.life import silenced
from timeline.chronology.merging import echoed
from timeline.model import Damaged, Event, Status
from timeline.remembering import Latest, Remembering
from timeline.store.damage import happening_read
from timeline.store.legible import sources_read
from timeline.store.reports import copies, stored
from timeline.store.walk import Placed

_REMEMBERED = 2000
"""Events, of the pages asked for last."""


def told(connection: Connection, topic: int, newest: datetime | None, rows: Sequence[Placed]) -> tuple[Event, ...]:
    """``newest`` is when the newest article of the topic was published."""
    heard = _heard(connection, topic, rows)
    return tuple([_silently(event, newest) if event.status is Status.SCHEDULED else event for event in heard])


def _heard(connection: Connection, topic: int, rows: Sequence[Placed]) -> Sequence[Event]:
    """The events of these places, with all who print what each of their reports says."""
    events = _standing(connection, topic, rows)
    copied = {row.key: place for place, row in enumerate(rows) if row.echoed is not None}
    for key, prints in copies(connection, topic, copied).items():
        event = events[copied[key]]
        events[copied[key]] = event if isinstance(event, Damaged) else _echoed(event, tuple(prints))
    return events


def _standing(connection: Connection, topic: int, rows: Sequence[Placed]) -> list[Event]:
    """As far as they are remembered the same objects: what was made of one is found again."""
    known = [_KNOWN.get((key, stamp)) for key, _, _, stamp in rows]
    if None not in known:
        return known  # type: ignore[return-value]
    missing = {row.key: row.stamp for row, event in zip(rows, known, strict=True) if event is None}
    read = {row[0]: _read(connection, missing[row[0]], *row) for row in stored(connection, topic, missing)}
    return [event or read[row.key] for row, event in zip(rows, known, strict=True)]


def _read(connection: Connection, stamp: int, key: int, record: bytes, merged: bytes | None) -> Event:
    event = happening_read(connection, key, record, merged)
    if not isinstance(event, Damaged):
        _KNOWN.keep((key, stamp), event)
    return event


def _told_by_all(event: Event, copied: tuple[bytes, ...]) -> Event:
    return echoed(event, (source for copy in copied for source in sources_read(copy)))


_KNOWN = Latest[tuple[int, int], Event](_REMEMBERED)
_echoed = Remembering(_told_by_all, _REMEMBERED)
_silently = Remembering(silenced, _REMEMBERED)
