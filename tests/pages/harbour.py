"""A topic with every status and most granularities, as records: the chronology of an invented harbour tunnel."""

from __future__ import annotations

from datetime import UTC, datetime

from harbour_records import GAZETTE, TOPIC, event, source, when

from timeline.interval import Granularity as G
from timeline.model import Article, Event, Status, Topic
from timeline.progress import State
from timeline.store import Entry

EVENTS = (
    event(
        1,
        "The harbour board signed the contract for the second bore",
        Status.OCCURRED,
        when("2024-06-01", "2024-09-01", G.SEASON, "2024-SU", "this summer"),
        source(
            "The harbour board signed the contract for the second bore this summer, after two rounds of bids.",
            "this summer",
        ),
    ),
    event(
        2,
        "Inspectors walked the flooded section with the contractor",
        Status.OCCURRED,
        when("2024-09-09", "2024-09-16", G.WEEK, "2024-W37", "last week"),
        source("Last week inspectors walked the flooded section with the contractor and took samples.", "Last week"),
        source(
            "Inspectors spent part of last week in the flooded section.",
            "last week",
            publisher="Radio Ellery",
            title="Samples taken below the harbour",
            url="https://radio-ellery.example/news/samples",
        ),
    ),
    event(
        3,
        "Residents marched against night work",
        Status.OCCURRED,
        when("2024-09-14", "2024-09-16", G.WEEKEND, "2024-W37-WE", "last weekend"),
        source("Residents marched against night work last weekend.", "last weekend"),
    ),
    event(
        4,
        "The second pump failed",
        Status.OCCURRED,
        when("2024-09-19", "2024-09-20", G.DAYPART, "2024-09-19TNI", "last night"),
        source("The second pump failed last night, the contractor confirmed.", "last night"),
    ),
    event(
        5,
        "Divers are sealing the joint at the eastern portal",
        Status.ONGOING,
        when("2024-09-19", None, G.DAY, "2024-09-19", "since yesterday", mod="AFTER"),
        source("Divers have been sealing the joint at the eastern portal since yesterday.", "since yesterday"),
    ),
    event(
        6,
        "The mayor denied that the tunnel would be given up",
        Status.DENIED,
        when("2024-09-20T10:00", "2024-09-20T10:01", G.MINUTE, "2024-09-20T10:00", "at 10:00", offset=60),
        source("“Nobody is giving up the tunnel,” the mayor told reporters at 10:00 today.", "10:00 today"),
    ),
    event(
        7,
        "A new date for the opening could be named",
        Status.POSSIBLE,
        when("2024-09-20", "2024-11-01", G.WEEK, "FUTURE_REF", "in the coming weeks", approximate=True),
        source(
            "A new date for the opening could be named in the coming weeks, two people close to the board said.",
            "in the coming weeks",
        ),
    ),
    event(
        8,
        "The board meets in closed session",
        Status.SCHEDULED,
        when("2024-09-24", "2024-09-25", G.DAY, "2024-09-24", "on Tuesday"),
        source("The board meets in closed session on Tuesday.", "on Tuesday"),
    ),
    event(
        9,
        "Trial runs with empty trains are planned",
        Status.SCHEDULED,
        when("2024-12-01", "2025-03-01", G.SEASON, "2024-WI", "over the winter"),
        source("Trial runs with empty trains are still planned over the winter.", "over the winter"),
    ),
    event(
        10,
        "The first passengers may ride under the harbour",
        Status.POSSIBLE,
        when("2025-01-01", "2026-01-01", G.YEAR, "2025", "in 2025"),
        source("The first passengers may ride under the harbour in 2025.", "in 2025"),
    ),
)


def article(id: str = GAZETTE.article, topic: Topic = TOPIC) -> Article:
    return Article(
        id=id, text="…", title=GAZETTE.title, published=GAZETTE.published, topics=(topic.slug,), url=GAZETTE.url
    )


def entry(events: tuple[Event, ...] | None = EVENTS, topic: Topic = TOPIC, id: str = GAZETTE.article) -> Entry:
    """The article as the store takes it in; ``events`` ``None``: accepted, not read yet."""
    done = events is not None
    return Entry(
        id=id,
        state=State.DONE if done else State.QUEUED,
        received=datetime(2024, 9, 20, 17, 30, tzinfo=UTC),
        submission={"text": "…"},
        topics=(topic,),
        article=article(id, topic) if done else None,
        events=events,
    )
