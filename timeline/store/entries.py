"""Articles as they are put into the store and come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from timeline.model import Article, Event, Topic
from timeline.progress import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An accepted article and how far it has come.

    ``received`` is the aware moment of acceptance: of two versions of an article the later one counts.
    ``submission`` is the JSON as it came in, returned as it was, NUL characters and lone surrogates
    included. Lone surrogates in what was made of it, and NUL in ``failure`` and topic titles, become U+FFFD.

    ``failure`` is why it failed; ``reference``, where there is one, stands in the worker's log beside the traceback.

    ``article`` and ``events`` are ``None`` when this delivery does not know them; read back, they are then
    those of the last delivery that did, and ``None`` only when no delivery ever did. So are ``reading``, which names
    the rules that made the events, and ``withdrawn`` and ``reason``: when and why they were taken back.
    """

    id: str
    state: State
    received: datetime
    submission: dict[str, object]
    topics: tuple[Topic, ...]
    article: Article | None = None
    events: tuple[Event, ...] | None = None
    failure: str | None = None
    reference: str | None = None
    reading: str | None = None
    withdrawn: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """The articles of a topic that have been read, and can be read back, by id; ``as_of`` as in its timeline."""

    topic: Topic
    as_of: datetime
    articles: tuple[Article, ...]
