"""Records of which nobody has to be told that they are damaged: the log tells, and they are left out."""

from __future__ import annotations

import logging

from timeline.model import Article, Event, Source
from timeline.store import records

log = logging.getLogger(__name__)


def sources_read(stored: bytes) -> tuple[Source, ...]:
    """Those of an event; none where it is damaged, of which the log tells."""
    try:
        return records.event(stored).sources
    except records.Unreadable as fault:
        log.warning("A copy of a report cannot be read back: %s", fault)
        return ()


def events_read(stored: bytes) -> tuple[Event, ...]:
    """Those that an article once told; none where they are damaged, of which the log tells."""
    try:
        return records.events(stored)
    except records.Unreadable as fault:
        log.warning("A former version's events cannot be read back: %s", fault)
        return ()


def article_read(stored: bytes | None, id: str) -> tuple[Article | None, str | None]:  # noqa: A002
    """The article and which rules read it; ``None`` where there is none, or a damaged one, of which the log tells."""
    try:
        return (None, None) if stored is None else records.article_read(stored)
    except records.Unreadable as fault:
        log.warning("Article %s cannot be read back: %s", id, fault)
        return None, None
