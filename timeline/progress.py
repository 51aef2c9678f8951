"""How far an article has come on its way through the queue."""

from __future__ import annotations

from enum import StrEnum

from timeline.members import direct


@direct
class State(StrEnum):
    """How far an accepted article has come; the last three are ends.

    ``WITHDRAWN``: somebody decided that it tells nothing.
    """

    QUEUED = "queued"
    PROCESSING = "processing"
    DONE = "done"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
