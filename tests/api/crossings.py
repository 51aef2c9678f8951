"""Reports of ferries, read as a worker would read them, and the addresses that tell of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from timeline.pipeline import told
from timeline.progress import State
from timeline.reading import read
from timeline.store import Store
from timeline.submission import submission
from worker.entries import entry
from worker.settings import ZONE

LINES = (
    "The night ferry to Port Ellery sank on 9 September 2024.",
    "The harbour office opened on 12 September 2024 and will move next spring.",
    "Rebels attacked a convoy near Arlen last week.",
)
ADDRESSES = (
    "/api/v1/topics",
    "/api/v1/timelines/ferries",
    "/api/v1/timelines/ferries?limit=1",
    "/api/v1/timelines/ferries?order=desc",
    "/api/v1/timelines/ferries/digest",
    "/",
    "/timelines/ferries",
    "/timelines/ferries/digest",
)


def tell(store: Store, number: int, topic: str = "Ferries", line: str = "", title: str = "") -> str:
    """An article, read by nobody's worker; its id."""
    text = line or LINES[number % len(LINES)]
    given = submission(
        {
            "title": title or f"Report {number}",
            "text": text,
            "published": "2024-09-20T17:00:00+01:00",
            "topics": [topic],
        }
    )
    received = datetime.now(UTC)
    article, events = told(read(given, zone=ZONE, now=received))
    taken = entry(article, given, received, State.DONE)
    assert store.replace(replace(taken, article=article, events=events))
    return article.id
