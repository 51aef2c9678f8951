"""How far an article has come on its way through the queue."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """How far an accepted article has come."""

    QUEUED = "queued"
    PROCESSING = "processing"
    DONE = "done"
    FAILED = "failed"
