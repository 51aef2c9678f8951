"""Feeds whose entries come in by themselves."""

from __future__ import annotations

from api import bodies
from api.description.operation import Operation, told
from api.description.schemas import ADDRESS, COUNT, INSTANT, TEXT, TEXT_OR_NULL, named, or_null, record, rows, words
from api.feeds import Subscription
from api.problems import Json

OPERATIONS = {
    "feeds.listed": Operation(summary="Feeds that are polled", answers={200: told("Feeds")}),
    "feeds.add": Operation(
        summary="Set a feed up, or change it",
        answers={201: told("Feed")},
        takes={bodies.JSON: named("Subscription")},
        faults=(413, 415, 422),
        headers={"Location": "Where to see how the feed does."},
    ),
    "feeds.feed": Operation(summary="How a feed does", answers={200: told("Feed")}),
    "feeds.poll": Operation(summary="Have a feed polled now", answers={202: told("Feed")}),
    "feeds.remove": Operation(summary="Poll a feed no more", answers={204: {}}),
}

SHAPES: dict[str, Json] = {
    "Subscription": Subscription.model_json_schema(),
    "Feed": record(
        id=TEXT,
        url=ADDRESS,
        topics=rows(TEXT),
        every=COUNT,
        state=words(("new", "sound", "faulty", "gone")),
        outcome=TEXT_OR_NULL,
        failures=COUNT,
        polled=or_null(INSTANT),
        due=or_null(INSTANT),
    ),
    "Feeds": record(feeds=rows(named("Feed"))),
}
