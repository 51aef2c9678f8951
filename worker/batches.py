"""Many articles in one task: read one after another, written together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from billiard.exceptions import SoftTimeLimitExceeded
from structlog.contextvars import bound_contextvars

from timeline.progress import State
from timeline.store import Entry, Store, Unavailable
from worker.ingestion import Delivery, begun, done, failure


def ingest_many(store: Store, deliveries: Sequence[Delivery], zone: ZoneInfo) -> list[tuple[datetime, State | None]]:
    """Leaves each article as `ingestion.ingest` does, and returns which, and when it was received.

    All of them or none, but for versions of one article, which are written one after the other. Raises
    SoftTimeLimitExceeded when reading them took too long together, and what the store raises.
    """
    found = [_finished(delivery, zone) for delivery in deliveries]
    try:
        counts = [each for turn in _turns(found) for each in zip(turn, store.replace_many(turn), strict=True)]
    except SoftTimeLimitExceeded as fault:
        raise Unavailable("The store did not answer within the time that articles may take.") from fault
    return [(entry.received, entry.state if counted else None) for entry, counted in counts]


def _turns(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries as many to a turn as there may be: of each article one, its versions in their order."""
    turns: dict[int, list[Entry]] = {}
    met = Counter[str]()
    for entry in entries:
        turns.setdefault(met[entry.id], []).append(entry)
        met[entry.id] += 1
    return list(turns.values())


def _finished(delivery: Delivery, zone: ZoneInfo) -> Entry:
    article = None
    with bound_contextvars(article=delivery.id, **({"request": delivery.request} if delivery.request else {})):
        try:
            article, accepted = begun(delivery, zone)
            return done(article, accepted)
        except SoftTimeLimitExceeded:
            raise
        except Exception as fault:
            return failure(delivery, fault, article)
