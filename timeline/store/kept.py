"""A report as the store keeps it, and what is written of its trace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import orjson

from timeline.chronology.marks import Mark, mark, sought
from timeline.chronology.spots import kept
from timeline.chronology.trace import Reach, Trace, weight


class Filed(NamedTuple):
    """A trace as bytes, the spots where it is ``kept`` with its ``mark``, and those where it is ``sought``."""

    trace: bytes
    kept: Sequence[int]
    mark: Mark
    sought: Mapping[int, int]


class Kept(NamedTuple):
    """A report in its topic. ``copied``: others print it too. ``home`` is 0 before it has any.

    ``ready`` is what is filed of it where that was made before.
    """

    trace: Trace
    lead: int
    copied: bool
    home: int = 0
    ready: Filed | None = None

    @property
    def telling(self) -> int:
        return self.trace.telling

    @property
    def filed(self) -> Filed:
        return self.ready or filed(self.trace)


def filed(trace: Trace) -> Filed:
    return Filed(trace_bytes(trace), kept(trace), mark(trace), sought(trace))


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
