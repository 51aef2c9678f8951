"""Reads documents until it has read as many as a line asks for, and answers with its memory."""

from __future__ import annotations

import json
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from measure import texts
from timeline.mentions import Reference, tag

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 40


def paragraphs() -> list[str]:
    return [part for text in texts.texts() for part in text["text"].split("\n\n") if len(part) >= _SHORTEST]


def documents() -> Iterator[tuple[str, Reference]]:
    """Paragraphs without end; every one has other numbers, a few words that nobody has seen, and another day."""
    chance = random.Random(7)
    for number, paragraph in zip(count(), cycle(paragraphs())):
        text = re.sub(r"\d", lambda _: str(chance.randrange(10)), paragraph)
        unseen = "".join(chance.choices(_LETTERS, k=9))
        yield f"{unseen.title()} of {unseen}: {text}", Reference(datetime(1990, 1, 1) + timedelta(days=number % 12_000))


def resident() -> int:
    """Bytes, as Linux counts them."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    endless, done = documents(), 0
    for line in sys.stdin:
        while done < int(line):
            tag(*next(endless))
            done += 1
        print(json.dumps({"documents": done, "resident": resident(), "seconds": time.process_time()}), flush=True)
