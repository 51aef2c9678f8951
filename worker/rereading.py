"""Reading stored articles again with today's rules, a few at a time: each batch is a message that sends the next one.

What is done is in the store, together with how far it is: a message that comes twice, or after a crash, goes on from
there, and of two that go on one does.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from billiard.exceptions import SoftTimeLimitExceeded

from timeline.differences import Difference, differences
from timeline.store import Entry, Reread, Rereading, Store, Unavailable
from timeline.wire import brief_json
from worker.ingestion import Delivery, begun, done

log = logging.getLogger(__name__)

AT_ONCE = 25
"""The most articles of a batch."""
SECONDS = 2.0
"""After which a batch takes no further article: others wait for their turn."""


def advanced(store: Store, number: int, position: int, zone: ZoneInfo, limit: int = AT_ONCE) -> Rereading | None:
    """The rereading after another batch, which ended where nothing was left; ``None`` where another has come further.

    Raises what the store raises.
    """
    rereading = store.rereadings.find(number)
    if rereading is None or rereading.ended or rereading.position != position:
        return None
    return _kept(store, rereading, list(_read(store.rereadings.next(rereading, limit=limit), zone)))


def skipped(store: Store, number: int, position: int) -> Rereading | None:
    """The same where reading the next article ended the process that read it."""
    rereading = store.rereadings.find(number)
    if rereading is None or rereading.ended or rereading.position != position:
        return None
    lost = [Reread(position=key, failed=True) for key, _ in store.rereadings.next(rereading, limit=1)]
    return store.rereadings.advance(rereading, lost, datetime.now(UTC))


def _kept(store: Store, rereading: Rereading, found: list[Reread]) -> Rereading | None:
    try:
        return store.rereadings.advance(rereading, found, datetime.now(UTC))
    except SoftTimeLimitExceeded as fault:
        raise Unavailable("The store did not answer within the time that a batch may take.") from fault


def _read(stored: tuple[tuple[int, Entry], ...], zone: ZoneInfo) -> Iterator[Reread]:
    started = time.monotonic()
    for position, entry in stored:
        try:
            yield again(position, entry, zone)
        except SoftTimeLimitExceeded:
            log.warning("Article %s takes too long to be read again", entry.id)
            yield Reread(position=position, failed=True)
            return
        if time.monotonic() - started > SECONDS:
            return


def again(position: int, entry: Entry, zone: ZoneInfo) -> Reread:
    """What an article is when it is read now, as if it had come in now and been received then."""
    delivery = Delivery(given=entry.submission, received=entry.received, id=entry.id)
    try:
        after = done(*begun(delivery, zone))
    except SoftTimeLimitExceeded:
        raise
    except Exception:
        log.warning("Article %s cannot be read again", entry.id, exc_info=True)
        return Reread(position=position, failed=True)
    if (after.article, after.events) == (entry.article, entry.events):
        return Reread(position=position)
    changed = differences(entry.events or (), after.events or ())
    new = replace(entry, article=after.article, events=after.events, reading=after.reading)
    return Reread(position=position, after=new, lines=tuple(line(new, one) for one in changed))


def line(entry: Entry, difference: Difference) -> dict[str, object]:
    return {
        "change": difference.kind.value,
        "article": entry.id,
        "title": entry.article.title if entry.article else None,
        "before": difference.before and brief_json(difference.before),
        "after": difference.after and brief_json(difference.after),
    }
