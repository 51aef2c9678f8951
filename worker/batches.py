"""Many articles in one message: read one after another, written together."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from billiard.exceptions import SoftTimeLimitExceeded
from structlog.contextvars import bound_contextvars

from timeline.progress import State
from timeline.store import Entry, Store, Unavailable
from worker.ingestion import Delivery, begun, done, failure


def ingest_many(store: Store, deliveries: Sequence[Delivery], zone: ZoneInfo) -> list[State | None]:
    """Leaves each article as `ingestion.ingest` does, and returns which; all of them or none.

    Of two versions of one article the last counts. Raises SoftTimeLimitExceeded when reading them took too long
    together, and what the store raises.
    """
    found = {entry.id: entry for entry in (_finished(delivery, zone) for delivery in deliveries)}
    try:
        taken = store.replace_many(list(found.values()))
    except SoftTimeLimitExceeded as fault:
        raise Unavailable("The store did not answer within the time that articles may take.") from fault
    return [entry.state if counts else None for entry, counts in zip(found.values(), taken, strict=True)]


def _finished(delivery: Delivery, zone: ZoneInfo) -> Entry:
    article = None
    with bound_contextvars(article=delivery.id):
        try:
            article, accepted = begun(delivery, zone)
            return done(article, accepted)
        except SoftTimeLimitExceeded:
            raise
        except Exception as fault:
            return failure(delivery, fault, article)
