"""Answers ``LENGTH`` with the CPU seconds in which an article of so many characters is read, until its events."""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from measure.articles import articles
from measure.places import Document
from worker.ingestion import Delivery, begun, done

_ZONE = ZoneInfo("Europe/London")
_MADE = articles(seed=59)
_ENOUGH = 0.1
"""Seconds: short articles are read one after the other, each another."""


def seconds(length: int) -> float:
    """Of one of them."""
    taken, count = 0.0, 0
    while taken < _ENOUGH:
        delivery = Delivery(given=article(length), received=datetime.now(UTC))
        began = time.process_time()
        done(*begun(delivery, _ZONE))
        taken, count = taken + time.process_time() - began, count + 1
    return taken / count


def article(length: int) -> Document:
    """Paragraphs of as many others as it takes."""
    first, size = next(_MADE), 0
    texts: list[str] = []
    while size < length:
        text = next(_MADE)["text"][: length - size]
        texts.append(text)
        size += len(text) + 2
    return first | {"text": "\n\n".join(texts)}


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        print(json.dumps({"seconds": seconds(int(line))}), flush=True)
