"""What a search through everything finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.model import Article, Event, Topic


class Kind(StrEnum):
    """What can be looked for."""

    EVENT = "event"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event as its topic's timeline shows it, with its importance there."""

    topic: Topic
    event: Event


@dataclass(frozen=True, slots=True)
class FoundArticle:
    article: Article


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found; ``next`` is the cursor of the following one."""

    hits: tuple[FoundEvent | FoundArticle, ...]
    next: str | None = None
