"""A timeline of twelve days of one article, for whatever is asked of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from whole_days import whole_day

from timeline.model import Article, Event, Source, Status, Topic
from timeline.progress import State
from timeline.store import Entry, Store

PUBLISHED = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
TIMELINE = "/api/v1/timelines/harbour-pilots"


def event(day: int) -> Event:
    return Event(
        id=f"{day:032x}",
        headline=f"Event of day {day}",
        status=Status.OCCURRED,
        when=whole_day(datetime(2024, 3, day), f"{day} March"),
        sources=(
            Source(
                article="a" * 32,
                title="Pilots",
                url=None,
                publisher=None,
                published=PUBLISHED,
                quote="Fog.",
                start=0,
                end=4,
            ),
        ),
        importance=1.0,
    )


@pytest.fixture(autouse=True)
def stored(store: Store) -> Entry:
    """Twelve events, in no order."""
    entry = Entry(
        id="a" * 32,
        state=State.DONE,
        received=PUBLISHED,
        submission={"text": "Fog."},
        topics=(Topic("harbour-pilots", "Harbour Pilots"),),
        article=Article(id="a" * 32, text="Fog.", title="Pilots", published=PUBLISHED),
        events=tuple(event(day) for day in (7, 3, 12, 1, 9, 2, 11, 5, 8, 4, 10, 6)),
    )
    store.replace(entry)
    return entry
