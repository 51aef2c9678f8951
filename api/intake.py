"""An article, taken in: checked, stored as queued, and handed to the worker, all or nothing."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from flask import url_for

from api.broker import BrokerDown, QueueFull
from api.parts import Parts
from api.problems import Json
from timeline.progress import State
from timeline.reading import read
from timeline.store import Entry, Unavailable
from timeline.submission import submission
from worker.entries import entry
from worker.logs import fields

log = logging.getLogger(__name__)

TROUBLE = (Unavailable, BrokerDown, QueueFull)


def receipt(parts: Parts, article: object) -> Json:
    """What a sender is told once the article is safe. Raises BadArticle, and one of TROUBLE.

    The message is sent before the store commits: when either fails, neither has happened, except that a
    commit which fails after sending leaves a message that the worker takes in like any other.
    """
    accepted = acceptable(parts, article, datetime.now(UTC))
    parts.broker.room(parts.settings.queue_limit)  # also notices a broker that is away before the store is locked
    if not _queued(parts, accepted):
        queued_as_newest(parts, accepted)
    return told(accepted)


def acceptable(parts: Parts, article: object, received: datetime) -> Entry:
    """Its entry. Raises BadArticle."""
    given = submission(article)
    return entry(read(given, zone=parts.settings.worker.zone, now=received), given, received, State.QUEUED)


def told(accepted: Entry) -> Json:
    """What its sender is told."""
    log.info("Article accepted", extra=fields(article=accepted.id))
    return {"id": accepted.id, "state": State.QUEUED.value, "status_url": status_url(accepted.id)}


def _queued(parts: Parts, accepted: Entry) -> bool:
    def send() -> None:
        parts.broker.send(accepted.submission, accepted.received, accepted.id)

    return parts.store.replace(accepted, then=send)


def queued_as_newest(parts: Parts, accepted: Entry) -> None:
    """What comes in now is the newest version, though a clock that was since set back says otherwise."""
    stored = parts.store.entry(accepted.id)
    newest = stored.received if stored else accepted.received
    later = max(accepted.received, newest + timedelta(microseconds=1))
    _queued(parts, replace(accepted, received=later))


def status_url(id_: str) -> str:
    return url_for("articles.article", id=id_, _external=True)
