"""What stands at the places of a topic, as it is told at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from timeline.chronology.life import silenced
from timeline.chronology.merging import echoed
from timeline.model import Damaged, Event, Status
from timeline.remembering import Latest, Remembering, Runs, middle
from timeline.store.damage import happening_read
from timeline.store.legible import sources_read
from timeline.store.reports import copies, stored
from timeline.store.walk import Places

_REMEMBERED = 2000
"""Events, of the pages asked for last."""


def told(connection: Connection, topic: int, newest: datetime | None, at: Places) -> tuple[Event, ...]:
    """``newest`` is when the newest article of the topic was published."""
    heard = _heard(connection, topic, at)
    return tuple(_told.each((middle(heard), newest), [heard], lambda places: _silently(heard, places, newest)))


def _silently(events: Sequence[Event], places: Sequence[int], newest: datetime | None) -> Iterator[Event]:
    for event in [events[at] for at in places]:
        yield _silenced(event, newest) if event.status is Status.SCHEDULED else event


def _heard(connection: Connection, topic: int, at: Places) -> Sequence[Event]:
    """The events of these places, with all who print what each of their reports says."""
    columns = at.key, at.stamp

    def standing(places: Sequence[int]) -> Sequence[Event]:
        return _standing(connection, topic, [(at.key[each], at.stamp[each]) for each in places])

    events = _stands.each((topic, at.middle), columns, standing)
    if not any(at.echoed):
        return events
    copied, heard = {key: place for place, key in enumerate(at.key) if at.echoed[place] is not None}, list(events)
    for key, prints in copies(connection, topic, copied).items():
        event = heard[copied[key]]
        heard[copied[key]] = event if isinstance(event, Damaged) else _echoed(event, tuple(prints))
    return heard


def _standing(connection: Connection, topic: int, stamped: Sequence[tuple[int, int]]) -> Sequence[Event]:
    """By their keys and stamps; as far as they are remembered the same objects: what was made of one is found again."""
    known = list(map(_KNOWN.get, stamped))
    missing = {key: stamp for (key, stamp), event in zip(stamped, known, strict=True) if event is None}
    found = stored(connection, topic, missing) if missing else ()
    read = {row[0]: _read(connection, missing[row[0]], *row) for row in found}
    return [event or read[key] for (key, _), event in zip(stamped, known, strict=True)]


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
_stands, _told = Runs[Event](plain=True), Runs[Event]()
