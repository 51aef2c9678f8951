"""Ships that call at quays, a day each, told by a paper each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from whole_days import whole_day

from timeline.model import Article, Event, Source, Status, Topic
from timeline.progress import State
from timeline.store import Entry, Store

PUBLISHED = datetime(2024, 9, 20, 9, tzinfo=UTC)
TOPIC = Topic("harbour", "Harbour")
URL = "/api/v1/timelines/harbour"


def event(number: int, line: str = "") -> Event:
    words = line or f"Ship number{number} called{number} at quay{number}"
    return Event(
        id=f"{number:032x}",
        headline=words,
        status=Status.OCCURRED,
        when=whole_day(datetime(2024, 9, 1) + timedelta(days=number)),
        sources=(
            Source(
                article=f"article-{number}",
                title="Quays",
                url=None,
                publisher=f"Gazette {number}",
                published=PUBLISHED + timedelta(hours=number),
                quote=f"{words}, the harbour office said.",
                start=0,
                end=9,
            ),
        ),
        importance=0.5,
    )


def entry(*events: Event, topic: Topic = TOPIC, id: str = "article") -> Entry:
    read = Article(id=id, text="It called on Monday.", title="Quays", published=PUBLISHED)
    return Entry(
        id=id, state=State.DONE, received=PUBLISHED, submission={}, topics=(topic,), article=read, events=events
    )


@pytest.fixture(autouse=True)
def harbour(store: Store) -> None:
    store.replace(entry(*map(event, range(5))))
