"""How much there is: of a topic, of what has not ended well, and in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from timeline.model import Topic
from timeline.progress import State


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSummary:
    """A topic, its number of events and articles, and its first and last known inclusive days.

    Open ends of events tell no day: ``None`` when no event of the topic has a known one. ``newest`` is when the last
    article that tells anything was published, on its publisher's clock.
    """

    topic: Topic
    count: int
    articles: int
    earliest: date | None
    latest: date | None
    newest: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What has not ended well: articles on their way, since when the oldest of them, and articles that failed."""

    unfinished: int
    oldest: datetime | None
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How much there is. Beyond a million, done articles are estimated; among them count those withdrawn.

    ``oldest`` is the acceptance of the oldest that is unfinished; ``events`` are the entries of all timelines.
    """

    articles: Mapping[State, int]
    oldest: datetime | None
    topics: int
    events: int

    @property
    def failed(self) -> int:
        return self.articles[State.FAILED]
