"""Answers ``ARTICLES TOPIC`` with what an article and a page cost in a store, and with the memory of this process."""

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


def answer(store: Store, count: int, topic: str) -> Document:
    """CPU seconds of one article, and of one page of 100 events in the middle of the topic."""
    given = [article | {"topics": [topic]} for article in islice(_MADE, count)]
    deliveries = [Delivery(given=each, received=datetime.now(UTC)) for each in given]
    began = time.process_time()
    for each in deliveries:
        ingest(store, each, _ZONE)
    article = (time.process_time() - began) / count
    return {"article": article, "page": _page(store, slug(topic)), "resident": resident()}


def _page(store: Store, topic: str) -> float:
    first = store.timeline(topic, limit=100)
    after = first.next if first else None
    began = time.process_time()
    for _ in range(_PAGES):
        found = store.timeline(topic, limit=100, after=after)
        if found:
            written.written(found, _LINKS)
    return (time.process_time() - began) / _PAGES


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    opened = open_store(sys.argv[1])
    for line in sys.stdin:
        count, _, topic = line.strip().partition(" ")
        print(json.dumps(answer(opened, int(count), topic)), flush=True)
