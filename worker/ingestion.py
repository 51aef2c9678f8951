"""One delivery of an article, from its JSON to its events in the store."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from billiard.exceptions import SoftTimeLimitExceeded
from structlog.contextvars import bind_contextvars

from timeline.model import Article
from timeline.pipeline import told
from timeline.progress import State
from timeline.reading import read
from timeline.store import Entry, Store, Unavailable
from timeline.submission import BadArticle, submission
from worker.entries import entry
from worker.rules import rules

log = logging.getLogger(__name__)

SHORT = 10_000
"""Characters of an article that is read within some hundredths of a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """``given`` is whatever came over the queue; ``id`` the article's, where the API has told it; ``again``: it was
    delivered before; ``request``: the one it came with, where others of the same task came with others."""

    given: object
    received: datetime
    id: str | None = None
    again: bool = False
    request: str | None = None


def ingest(store: Store, delivery: Delivery, zone: ZoneInfo) -> State | None:
    """Leaves the article done, or failed with its reason, and returns which; what the store raises passes through.

    ``None``: another delivery had come to an end before. One that is read in a moment is not told to be processed
    meanwhile, unless it comes again: perhaps it ended its process.
    """
    article = None
    try:
        article, accepted = begun(delivery, zone)
        bind_contextvars(article=article.id)
        soon = len(article.text) <= SHORT and not delivery.again
        if (soon or _kept(store, accepted)) and _kept(store, done(article, accepted)):
            return State.DONE
    except Unavailable:
        raise
    except SoftTimeLimitExceeded:
        return fail(store, delivery, "Reading it took too long.", article)
    except Exception as fault:
        failed = failure(delivery, fault, article)
        return failed.state if store.replace(failed) else None
    return None


def begun(delivery: Delivery, zone: ZoneInfo) -> tuple[Article, Entry]:
    """The article, and its entry for as long as it is being read. Raises BadArticle.

    Publication times are checked against the time of receipt: a late delivery reads like an early one.
    """
    given = submission(delivery.given)
    article = read(given, zone=zone, now=delivery.received)
    if delivery.id and delivery.id != article.id:
        article = replace(article, id=delivery.id)
    return article, entry(article, given, delivery.received, State.PROCESSING)


def done(article: Article, accepted: Entry) -> Entry:
    """Its entry with what it tells."""
    article, events = told(article)
    return replace(accepted, state=State.DONE, article=article, events=events, reading=rules())


def _kept(store: Store, version: Entry) -> bool:
    """A store that takes too long is no fault of the article."""
    try:
        return store.replace(version)
    except SoftTimeLimitExceeded as fault:
        raise Unavailable("The store did not answer within the time that an article may take.") from fault


def failure(delivery: Delivery, fault: Exception, article: Article | None) -> Entry:
    """What is recorded of a delivery that came to nothing; a ``fault`` of this program goes into the log as well."""
    if isinstance(fault, BadArticle):
        return _failed(delivery, str(fault), article)
    reference = uuid4().hex[:12]
    log.error("Reading an article failed, reference %s", reference, exc_info=fault)
    return _failed(delivery, f"{type(fault).__name__}: {fault}", article, reference)


def fail(
    store: Store, delivery: Delivery, reason: str, article: Article | None = None, reference: str | None = None
) -> State | None:
    """Records why a delivery came to nothing; ``reference`` finds its traceback in the log. See `ingest`."""
    return State.FAILED if store.replace(_failed(delivery, reason, article, reference)) else None


def _failed(delivery: Delivery, reason: str, article: Article | None = None, reference: str | None = None) -> Entry:
    id_ = delivery.id or (article.id if article else identity(delivery.given))
    log.warning("Article %s failed: %s", id_, reason)
    given = delivery.given if isinstance(delivery.given, dict) else {"given": delivery.given}
    return Entry(
        id=id_,
        state=State.FAILED,
        received=delivery.received,
        submission=json.loads(_canonical(given)),
        topics=(),
        failure=reason,
        reference=reference,
    )


def identity(given: object) -> str:
    """The name of what is no article: the first 32 hexadecimal digits of its canonical JSON's SHA-256."""
    return hashlib.sha256(_canonical(given).encode()).hexdigest()[:32]


def _canonical(given: object) -> str:
    """Keys sorted, no blanks, ASCII; what JSON lacks (a time, say) as its text."""
    return json.dumps(given, sort_keys=True, separators=(",", ":"), default=str)
