"""Answers ``COUNT`` with the CPU and the wall time of reading and writing so many articles in a loop, without a queue.

Each in turn as ``read`` (all but the store), and as ``whole``: what is left is the store's write. ``many`` writes them
in the batches that bulk tasks write.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from measure.articles import articles
from measure.places import Document
from timeline.store import open_store
from worker.batches import ingest_many
from worker.broker.lanes import BATCH
from worker.ingestion import Delivery, begun, done, ingest

_ZONE = ZoneInfo("Europe/London")
_MADE = articles(seed=11)


def deliveries(count: int) -> list[Delivery]:
    return [Delivery(given=article, received=datetime.now(UTC)) for article in islice(_MADE, count)]


def taken(work: Callable[[], object]) -> Document:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def answer(url: str, count: int) -> Document:
    store = open_store(url)
    first, second, third = deliveries(count), deliveries(count), deliveries(count)
    batches = [third[start : start + BATCH] for start in range(0, count, BATCH)]
    return {
        "read": taken(lambda: [done(*begun(each, _ZONE)) for each in first]),
        "whole": taken(lambda: [ingest(store, each, _ZONE) for each in second]),
        "many": taken(lambda: [ingest_many(store, batch, _ZONE) for batch in batches]),
    }


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        print(json.dumps(answer(sys.argv[1], int(line))), flush=True)
