"""What an article told, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.model import Article, Event, Topic


class Ending(StrEnum):
    """What became of a version that counts no more: another took its place, the same was read again by newer rules,
    or it was taken back."""

    CORRECTED = "corrected"
    REREAD = "reread"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What an article told from ``since`` until just before ``until``, or tells, where that is ``None``.

    ``reading`` names the rules that made its events; ``reason`` is why it was withdrawn.
    """

    number: int
    since: datetime
    until: datetime | None
    topics: tuple[Topic, ...]
    article: Article | None
    events: tuple[Event, ...]
    reading: str | None = None
    ended: Ending | None = None
    reason: str | None = None
