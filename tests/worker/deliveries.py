"""An article as it is delivered to a worker, and what the store then has of it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from timeline.store import Entry, Store
from worker.ingestion import Delivery

ZONE = ZoneInfo("Europe/London")
RECEIVED = datetime(2024, 3, 5, 12, tzinfo=UTC)
ARTICLE: dict[str, object] = {
    "title": "Ferry line loses its last pilot to retirement",
    "text": "The harbour board met on 4 March 2024. A new pilot was hired on 1 March 2024.",
    "published": "2024-03-05T09:30:00+00:00",
    "url": "https://harbour.example/pilot",
    "topics": ["Harbour Pilots"],
}


def delivery(given: object, received: datetime = RECEIVED, id_: str | None = None) -> Delivery:
    return Delivery(given=given, received=received, id=id_)


def only(store: Store, slug: str = "harbour-pilots") -> Entry:
    """The one article of a topic."""
    found = store.timeline(slug)
    assert found is not None
    entry = store.entry(found.events[0].sources[0].article)
    assert entry is not None
    return entry


def known(store: Store, id_: str) -> Entry:
    found = store.entry(id_)
    assert found is not None
    return found


def days(store: Store) -> list[str]:
    found = store.timeline("harbour-pilots")
    assert found is not None
    return [str(event.when.interval.start.date()) for event in found.events]  # type: ignore[union-attr]
