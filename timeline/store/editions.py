"""Which answers are still right, and what changed in a topic: one record out, and what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Edition(NamedTuple):
    """``number`` moves, only ever forward, with whatever may change an answer about a topic.

    ``changed`` is the moment, in microseconds since 1970, at which its events last changed: the ``as_of`` of its
    timeline.
    """

    number: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What changed in a topic after one moment, up to and with the moment ``upto``; both as `Edition.changed`.

    ``articles`` are those that tell something new, each with the events of the timeline that it tells of now, in the
    order in which they came; ``fresh`` are those of all these events that came, or changed. ``altered`` are events that
    changed besides, ``withdrawn`` those that stand no more.
    ``count`` is the number of events of the topic. ``more``: there is more after ``upto``.
    """

    upto: int
    count: int
    articles: Mapping[str, tuple[str, ...]]
    fresh: frozenset[str]
    altered: tuple[str, ...]
    withdrawn: tuple[str, ...]
    more: bool


class Editions(Protocol):
    """Each one small query. Every method raises `Unavailable` as the store's do."""

    def topic(self, slug: str, /) -> Edition | None:
        """``None`` for an unknown topic."""

    def topics(self) -> tuple[int, ...]:
        """Other numbers after anything that may change the list of topics."""

    def article(self, article: str, /) -> int | None:
        """Moves, only ever forward, with every version of the article and every state that it comes to."""

    def news(self, slug: str, since: int, *, limit: int = 100) -> News | None:
        """What changed after ``since``, of ``limit`` articles at a time; ``None`` for an unknown topic."""
