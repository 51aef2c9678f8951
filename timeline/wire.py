"""The JSON shapes of the HTTP and command-line contract. Here ends become inclusive."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from timeline.edtf import edtf
from timeline.interval import Granularity
from timeline.model import Account, Damaged, Event, Impossible, Source, Step, When

if TYPE_CHECKING:
    from timeline.digest import Digest

Json = dict[str, object]


def earliest(when: When) -> str | None:
    """First day, or first instant with offset where a clock time is known; ``None`` for an open start."""
    if when.interval is None or when.interval.start is None:
        return None
    return _moment(when.interval.start, when)


def latest(when: When) -> str | None:
    """Last day or last second, inclusive; ``None`` for an open end."""
    if when.interval is None or when.interval.end is None:
        return None
    return _moment(when.interval.end - timedelta(seconds=1), when)


def _moment(instant: datetime, when: When) -> str:
    if when.granularity >= Granularity.DAYPART:
        return instant.date().isoformat()
    if when.offset is None:
        return instant.isoformat(timespec="seconds")
    return instant.replace(tzinfo=timezone(timedelta(minutes=when.offset))).isoformat(timespec="seconds")


def when_json(when: When) -> Json:
    return {
        "earliest": earliest(when),
        "latest": latest(when),
        "granularity": when.granularity.word,
        "approximate": when.approximate,
        "edtf": edtf(when),
        "text": when.text,
        "timex": {"type": when.timex.type, "value": when.timex.value, "mod": when.timex.mod},
        "anchor": when.anchor,
        "explanation": when.explanation,
    }


def impossible_json(found: Impossible) -> Json:
    return {"start": found.start, "end": found.end, "text": found.text, "why": found.why}


def source_json(source: Source) -> Json:
    return {
        "article": source.article,
        "title": source.title,
        "url": source.url,
        "publisher": source.publisher,
        "published": source.published.isoformat(),
        "quote": source.quote,
        "start": source.start,
        "end": source.end,
    }


def grounds_json(event: Event) -> Json:
    """What an event's status and time rest on, and the names in it."""
    reason = event.reason
    return {
        "reason": None if reason is None else {"cue": reason.cue, "words": reason.words},
        "grounds": event.grounds.value,
        "confidence": event.confidence,
        "participants": list(event.participants),
        "places": list(event.places),
    }


def event_json(event: Event) -> Json:
    """``damaged`` is there, and true, where the stored record cannot be read and little is known of the event."""
    told = {
        "id": event.id,
        "headline": event.headline,
        "status": event.status.value,
        "when": when_json(event.when),
        "sources": [source_json(source) for source in event.sources],
        "importance": event.importance,
    } | (grounds_json(event) | agreement_json(event))
    return told | {"damaged": True} if isinstance(event, Damaged) else told


def brief_json(event: Event) -> Json:
    """What happened and when, without who says so."""
    return {
        "id": event.id,
        "headline": event.headline,
        "status": event.status.value,
        "earliest": earliest(event.when),
        "latest": latest(event.when),
        "granularity": event.when.granularity.word,
        "approximate": event.when.approximate,
    }


def agreement_json(event: Event) -> Json:
    """How far its sources agree, and what became of it if it was planned."""
    return {
        "voices": event.voices,
        "conflict": bool(event.accounts),
        "accounts": [account_json(account) for account in event.accounts],
        "life": [step_json(step) for step in event.life],
    }


def account_json(account: Account) -> Json:
    return {
        "status": account.status.value,
        "when": when_json(account.when),
        "sources": [source_json(source) for source in account.sources],
    }


def step_json(step: Step) -> Json:
    """Who told it, and when; nobody did where a date went by in silence."""
    source = step.source
    return {
        "stage": step.stage.value,
        "earliest": earliest(step.when),
        "latest": latest(step.when),
        "article": source.article if source else None,
        "publisher": source.publisher if source else None,
        "published": source.published.isoformat() if source else None,
    }


def digest_json(digest: Digest) -> list[list[object]]:
    return [[entry.day.isoformat(), list(entry.sentences)] for entry in digest]
