"""What was sent, and what of it was accepted."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPException
from threading import Thread
from zoneinfo import ZoneInfo

from programs import Server

from timeline.pipeline import events
from timeline.reading import read
from timeline.submission import submission

Json = dict[str, object]
_AT_ONCE = 20


def article(number: int) -> Json:
    """No two alike, each with a topic of its own."""
    place = f"{number:04d}"
    return {
        "title": f"Lock {place} on the canal was opened",
        "text": f"Engineers opened lock {place} on 4 March 2024. Barge {place} will pass it on 9 May 2024.",
        "published": "2024-03-05T09:30:00+00:00",
        "url": f"https://example.org/locks/{place}",
        "topics": [f"Lock {place}"],
    }


def told(number: int) -> int:
    """How many events an article makes."""
    given = submission(article(number))
    return len(events(read(given, zone=ZoneInfo("UTC"), now=datetime.now(UTC))))


@dataclass
class Ledger:
    """``accepted`` are the ids that were answered with 202, by the article's number; so many are sent ``at_once``."""

    articles: int
    at_once: int = _AT_ONCE
    accepted: dict[int, str] = field(default_factory=dict)
    refused: int = 0
    began: float = field(default_factory=time.monotonic)
    struck: float = 0.0

    def submit(self, servers: list[Server], deadline: float = 60) -> None:
        """Sends every article until it is accepted, as `dateline submit` does: a refusal is tried again."""
        waiting, turn = list(range(self.articles)), 0
        until = time.monotonic() + deadline
        while waiting and time.monotonic() < until:
            batch, turn = waiting[: self.at_once], turn + 1
            got = _accepted(servers[turn % len(servers)], batch)
            self.accepted |= got
            self.refused += len(batch) - len(got)
            waiting = [number for number in waiting if number not in got]
            if len(got) < len(batch):
                time.sleep(0.1)
        assert not waiting, f"{len(waiting)} articles were not accepted within {deadline} s"

    def submitting(self, servers: list[Server]) -> Thread:
        """Sends them in the background."""
        thread = Thread(target=self.submit, args=(servers,), daemon=True)
        thread.start()
        return thread


def _accepted(server: Server, numbers: list[int]) -> dict[int, str]:
    body = "\n".join(json.dumps(article(number)) for number in numbers).encode()
    try:
        answer = server.call("POST", "/api/v1/articles", body, "application/x-ndjson")
    except (OSError, HTTPException):
        return {}
    if answer.status != 202:
        return {}
    answers = answer.json
    return {number: each["id"] for number, each in zip(numbers, answers, strict=True) if "id" in each}
