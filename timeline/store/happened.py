"""What stands at the places of a topic, as it is told at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from timeline.chronology.life import silenced
from timeline.chronology.merging import alone, echoed
from timeline.model import Damaged, Event, Status
from timeline.remembering import Latest, Remembering
from timeline.store import records
from timeline.store.damage import damaged
from timeline.store.legible import sources_read
from timeline.store.reports import copies, stored
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
    stand = _standing(connection, topic, rows)
    echoes = copies(connection, topic, [row.echoed for row in rows if row.echoed is not None])
    for row in rows:
        event = stand[row.key]
        yield event if row.echoed is None or isinstance(event, Damaged) else _echoed(event, tuple(echoes[row.key]))


def _standing(connection: Connection, topic: int, rows: Sequence[Placed]) -> dict[int, Event]:
    """By their keys, as far as they are remembered the same objects: what was made of one is found again."""
    known = {row.key: event for row in rows if (event := _KNOWN.get((row.key, row.stamp))) is not None}
    missing = {row.key: row.stamp for row in rows if row.key not in known}
    for key, record, merged in stored(connection, topic, missing) if missing else ():
        try:
            known[key] = alone(records.event(record)) if merged is None else records.event(merged)
        except records.Unreadable as fault:
            known[key] = damaged(connection, key, fault)
        else:
            _KNOWN.keep((key, missing[key]), known[key])
    return known


def _told_by_all(event: Event, copied: tuple[bytes, ...]) -> Event:
    return echoed(event, (source for copy in copied for source in sources_read(copy)))


_KNOWN = Latest[tuple[int, int], Event](_REMEMBERED)
_echoed = Remembering(_told_by_all, _REMEMBERED)
_silently = Remembering(silenced, _REMEMBERED)
