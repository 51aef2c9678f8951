"""A report as the store keeps it, and its trace as bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import orjson

from timeline.chronology.trace import Reach, Trace, weight


class Kept(NamedTuple):
    """A report in its topic. ``copied``: others print it too. ``home`` is 0 before it has any."""

    trace: Trace
    lead: int
    copied: bool
    home: int = 0

    @property
    def telling(self) -> int:
        return self.trace.telling


def trace_bytes(trace: Trace) -> bytes:
    return orjson.dumps(
        (
            trace.telling, trace.article, trace.sentence, trace.publisher, trace.published,
            tuple(trace.reach), trace.placed, trace.firm, trace.planned, trace.moves,
            sorted(trace.head), sorted(trace.words), sorted(trace.names), trace.keys,
        )
    )  # fmt: skip


@lru_cache(maxsize=4096)
def stored_trace(stored: bytes) -> Trace:
    """Remembered: what has many neighbours has the same ones again and again."""
    telling, article, sentence, publisher, published, reach, placed, firm, planned, moves, *words, keys = orjson.loads(
        stored
    )
    head, whole, names = map(frozenset, words)
    return Trace(
        telling, article, sentence, publisher, published,
        Reach(*reach), placed, firm, planned, moves, head, whole, names & head, tuple(keys), weight(head),
    )  # fmt: skip
