"""Answers ``ARTICLES EVENTS TOPIC`` with what an article and a page cost in a store, and with its own memory."""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from measure.articles import articles
from measure.parts.memory_child import resident
from measure.places import Document
from timeline.addresses import slug
from timeline.formats import json as written
from timeline.formats.links import Links
from timeline.store import Store, open_store
from worker.ingestion import Delivery, ingest

_MADE = articles(seed=47)
_PAGES = 20
_ZONE = ZoneInfo("Europe/London")
_LINKS = Links("/own", "/page", None, "/events/{}".format, "/records/{}".format)


def answer(store: Store, count: int, size: int, topic: str) -> Document:
    """CPU seconds of one article, and of one page of so many events."""
    given = [article | {"topics": [topic]} for article in islice(_MADE, count)]
    deliveries = [Delivery(given=each, received=datetime.now(UTC)) for each in given]
    began = time.process_time()
    for each in deliveries:
        ingest(store, each, _ZONE)
    article = (time.process_time() - began) / count
    return {"article": article, "page": _page(store, slug(topic), size), "resident": resident()}


def _page(store: Store, topic: str, size: int) -> float:
    """The second one, which has one before and one after it."""
    first = store.timeline(topic, limit=size)
    after = first.next if first else None
    began = time.process_time()
    for _ in range(_PAGES):
        found = store.timeline(topic, limit=size, after=after)
        if found:
            written.written(found, _LINKS)
    return (time.process_time() - began) / _PAGES


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    opened = open_store(sys.argv[1])
    for line in sys.stdin:
        count, size, topic = line.strip().split(" ", 2)
        print(json.dumps(answer(opened, int(count), int(size), topic)), flush=True)
