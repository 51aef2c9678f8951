"""An article's events, with all that a topic files them by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from timeline.chronology.trace import Trace
from timeline.chronology.tracing import trace
from timeline.model import Damaged, Event
from timeline.search.texts import event_words
from timeline.store.columns import clean, microseconds
from timeline.store.damage import event_read, filed_trace
from timeline.store.filing import Teller
from timeline.store.kept import Filed, filed

_REPLACED = "\ufffd".encode()


class Ready(NamedTuple):
    """An event, and what is made of it alone; ``words`` are those it is found by."""

    event: Event
    trace: Trace
    filed: Filed
    words: Sequence[str]


class Told(NamedTuple):
    """An article's event as it is read back, with its key."""

    key: int
    event: Event
    trace: Trace
    ready: Ready | None = None

    @property
    def teller(self) -> Teller:
        published = microseconds(self.event.sources[0].published)
        return Teller(self.trace.telling, published, clean(self.event.id), self.key)


def ready(event: Event) -> Ready:
    found = trace(event)
    return Ready(event, found, filed(found), event_words(event))


def told(
    connection: Connection, keys: Iterable[int], stored: Sequence[bytes], given: Sequence[Ready] = ()
) -> list[Told]:
    """``given`` are the events that were stored, where they are at hand; what was not written as given is read back."""
    same = {place: one for place, one in enumerate(given) if _REPLACED not in stored[place]}
    return [
        Told(key, one.event, one.trace, one) if (one := same.get(place)) else read(connection, key, record)
        for key, (place, record) in zip(keys, enumerate(stored), strict=False)
    ]


def read(connection: Connection, key: int, record: bytes) -> Told:
    """One that cannot be read back is found by what is filed of it."""
    event = event_read(connection, key, record)
    known = filed_trace(connection, key) if isinstance(event, Damaged) else None
    return Told(key, event, known or trace(event))
