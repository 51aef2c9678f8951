"""An article, taken in: checked, stored as queued, and handed to the worker, all or nothing."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from flask import url_for

from api.broker import BrokerDown, QueueFull
from api.parts import Parts
from api.problems import Json, Problem, problem_json
from timeline.progress import State
from timeline.reading import read
from timeline.store import Entry, Unavailable
from timeline.submission import BadArticle, submission
from worker.entries import entry
from worker.logs import fields

log = logging.getLogger(__name__)

TROUBLE = (Unavailable, BrokerDown, QueueFull)


def receipt(parts: Parts, article: object) -> Json:
    """What a sender is told once the article is safe. Raises BadArticle, and one of TROUBLE.

    The message is sent before the store commits: when either fails, neither has happened, except that a
    commit which fails after sending leaves a message that the worker takes in like any other.
    """
    received = datetime.now(UTC)
    given = submission(article)
    read_article = read(given, zone=parts.settings.worker.zone, now=received)
    accepted = entry(read_article, given, received, State.QUEUED)
    parts.broker.needs_room(parts.settings.queue_limit)  # also notices a broker that is away before the store is locked
    if not _queued(parts, accepted):
        _queued(parts, _later(parts, accepted))
    log.info("Article accepted", extra=fields(article=accepted.id))
    return {"id": accepted.id, "state": State.QUEUED.value, "status_url": status_url(accepted.id)}


def _queued(parts: Parts, accepted: Entry) -> bool:
    def send() -> None:
        parts.broker.send(accepted.submission, accepted.received, accepted.id)

    return parts.store.replace(accepted, then=send)


def _later(parts: Parts, accepted: Entry) -> Entry:
    """What comes in now is the newest version, though a clock that was since set back says otherwise."""
    stored = parts.store.entry(accepted.id)
    newest = stored.received if stored else accepted.received
    return replace(accepted, received=max(accepted.received, newest + timedelta(microseconds=1)))


def receipts(parts: Parts, numbered: list[tuple[int, object]]) -> list[Json]:
    """One answer a line: its receipt, or the problem with it.

    ``numbered`` are articles or the problems found in their lines. Store and broker are not tried again once
    they have failed or the queue is full. Raises one of TROUBLE when nothing at all could be taken in.
    """
    answers: list[Json] = []
    trouble: Exception | None = None
    for number, article in numbered:
        try:
            if fault := trouble or (article if isinstance(article, Problem) else None):
                raise fault
            answers.append({"line": number, **receipt(parts, article)})
        except (BadArticle, Problem, *TROUBLE) as caught:
            trouble = caught if isinstance(caught, TROUBLE) else trouble
            answers.append({"line": number, "error": problem_json(caught)})
    if trouble and not any("id" in answer for answer in answers):
        raise trouble
    return answers


def status_url(id_: str) -> str:
    return url_for("articles.article", id=id_, _external=True)
