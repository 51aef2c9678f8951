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

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """``given`` is whatever came over the queue; ``id`` the article's, where the API has told it."""

    given: object
    received: datetime
    id: str | None = None


def ingest(store: Store, delivery: Delivery, zone: ZoneInfo) -> State | None:
    """Leaves the article done, or failed with its reason, and returns which; what the store raises passes through.

    ``None``: another delivery had come to an end before.

    Publication times are checked against the time of receipt: a late delivery reads like an early one.
    """
    article = None
    try:
        given = submission(delivery.given)
        article = read(given, zone=zone, now=delivery.received)
        article = replace(article, id=delivery.id or article.id)
        bind_contextvars(article=article.id)
        accepted = entry(article, given, delivery.received, State.PROCESSING)
        if _kept(store, accepted):
            article, events = told(article)
            if _kept(store, replace(accepted, state=State.DONE, article=article, events=events)):
                return State.DONE
    except Unavailable:
        raise
    except BadArticle as fault:
        return fail(store, delivery, str(fault))
    except SoftTimeLimitExceeded:
        return fail(store, delivery, "Reading it took too long.", article)
    except Exception as fault:
        reference = uuid4().hex[:12]
        log.exception("Reading an article failed, reference %s", reference)
        return fail(store, delivery, f"{type(fault).__name__}: {fault}", article, reference)
    return None


def _kept(store: Store, version: Entry) -> bool:
    """A store that takes too long is no fault of the article."""
    try:
        return store.replace(version)
    except SoftTimeLimitExceeded as fault:
        raise Unavailable("The store did not answer within the time that an article may take.") from fault


def fail(
    store: Store, delivery: Delivery, reason: str, article: Article | None = None, reference: str | None = None
) -> State | None:
    """Records why a delivery came to nothing; ``reference`` finds its traceback in the log. See `ingest`."""
    id_ = delivery.id or (article.id if article else identity(delivery.given))
    log.warning("Article %s failed: %s", id_, reason)
    given = delivery.given if isinstance(delivery.given, dict) else {"given": delivery.given}
    recorded = store.replace(
        Entry(
            id=id_,
            state=State.FAILED,
            received=delivery.received,
            submission=json.loads(_canonical(given)),
            topics=(),
            failure=reason,
            reference=reference,
        )
    )
    return State.FAILED if recorded else None


def identity(given: object) -> str:
    """The name of what is no article: the first 32 hexadecimal digits of its canonical JSON's SHA-256."""
    return hashlib.sha256(_canonical(given).encode()).hexdigest()[:32]


def _canonical(given: object) -> str:
    """Keys sorted, no blanks, ASCII; what JSON lacks (a time, say) as its text."""
    return json.dumps(given, sort_keys=True, separators=(",", ":"), default=str)
