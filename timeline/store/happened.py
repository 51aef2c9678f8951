"""What stands at the places of a topic, as it is told at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import compress, count
from operator import attrgetter

from sqlalchemy import Connection

from timeline.chronology.life import silenced
from timeline.chronology.merging import echoed
from timeline.model import Damaged, Event, Status
from timeline.remembering import Latest, Remembering, Runs, middle
from timeline.store.damage import happening_read
from timeline.store.legible import sources_read
from timeline.store.reports import copies, stored
from timeline.store.walk import Placed

_ECHOED = attrgetter("echoed")
_REMEMBERED = 2000
"""Events, of the pages asked for last."""


def told(connection: Connection, topic: int, newest: datetime | None, rows: Sequence[Placed]) -> tuple[Event, ...]:
    """``newest`` is when the newest article of the topic was published."""
    heard = _heard(connection, topic, rows)
    return tuple(_told.each((middle(heard), newest), [heard], lambda places: _silently(heard, places, newest)))


def _silently(events: Sequence[Event], places: Sequence[int], newest: datetime | None) -> Iterator[Event]:
    for event in [events[at] for at in places]:
        yield _silenced(event, newest) if event.status is Status.SCHEDULED else event


def _heard(connection: Connection, topic: int, rows: Sequence[Placed]) -> Sequence[Event]:
    """The events of these places, with all who print what each of their reports says."""
    events = _stands.each(middle(rows), [rows], lambda at: _standing(connection, topic, [rows[each] for each in at]))
    copied = {rows[at].key: at for at in compress(count(), map(_ECHOED, rows))}
    if not copied:
        return events
    heard = list(events)
    for key, prints in copies(connection, topic, copied).items():
        event = heard[copied[key]]
        heard[copied[key]] = event if isinstance(event, Damaged) else _echoed(event, tuple(prints))
    return heard


def _standing(connection: Connection, topic: int, rows: Sequence[Placed]) -> Sequence[Event]:
    """As far as they are remembered the same objects: what was made of one is found again."""
    known = [_KNOWN.get((row.key, row.stamp)) for row in rows]
    missing = {row.key: row.stamp for row, event in zip(rows, known, strict=True) if event is None}
    if not missing:
        return known  # type: ignore[return-value]
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
_silenced = Remembering(silenced, _REMEMBERED)
_stands, _told = Runs[Event](), Runs[Event]()
