"""An article's events, with all that a topic files them by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from timeline.chronology.trace import Trace, trace
from timeline.model import Damaged, Event
from timeline.store.columns import clean, microseconds
from timeline.store.damage import event_read, filed_trace
from timeline.store.filing import Teller

_REPLACED = "\ufffd".encode()


@dataclass(frozen=True)
class Told:
    """An article's event as it is read back, with its key."""

    key: int
    event: Event
    known: Trace | None = None
    """Its trace where it need not, or cannot, be found in the event."""

    @cached_property
    def trace(self) -> Trace:
        return self.known or trace(self.event)

    @property
    def teller(self) -> Teller:
        published = microseconds(self.event.sources[0].published)
        return Teller(self.trace.telling, published, clean(self.event.id), self.key)


@dataclass(frozen=True, slots=True)
class Given:
    """The events that records were made of, and their traces, where they are at hand."""

    events: Sequence[Event] = ()
    traces: Sequence[Trace] = ()

    def told(self, key: int, place: int) -> Told:
        return Told(key, self.events[place], self.traces[place] if self.traces else None)


def told(connection: Connection, keys: Iterable[int], stored: Sequence[bytes], given: Given = Given()) -> list[Told]:
    """An event that was not written as it was given is read back."""
    same = {place for place in range(len(given.events)) if _REPLACED not in stored[place]}
    pairs = zip(keys, enumerate(stored), strict=False)
    return [
        given.told(key, place) if place in same else read(connection, key, record) for key, (place, record) in pairs
    ]


def read(connection: Connection, key: int, record: bytes) -> Told:
    """One that cannot be read back is found by what is filed of it."""
    event = event_read(connection, key, record)
    return Told(key, event, filed_trace(connection, key) if isinstance(event, Damaged) else None)
