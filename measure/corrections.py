"""An article that is corrected again and again, for measuring what is told anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from measure.places import Document, Unmeasured
from timeline.store import Store, open_store
from worker.ingestion import Delivery, begun, done

_ID = "c0" * 16
_ZONE = ZoneInfo("UTC")


@contextmanager
def corrections(url: str, topic: str) -> Iterator[Callable[[], None]]:
    """What writes the next version: its one event happened long before what else the topic tells, and on its first
    page has another headline each time."""
    with closing(open_store(url)) as store:
        numbers = count(1)
        yield lambda: _write(store, topic, next(numbers))


def _write(store: Store, topic: str, number: int) -> None:
    given: Document = {
        "title": "From the archive",
        "text": f"Pier {number} of the old harbour was opened on 3 March 1825.",
        "published": "2024-09-20T17:00:00Z",
        "topics": [topic],
    }
    delivery = Delivery(given=given, received=datetime.now(UTC), id=_ID)
    if not store.replace(done(*begun(delivery, _ZONE))):
        raise Unmeasured("A correction was not taken")
