"""Reading all stored articles again: how far it has come, and what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from timeline.store.entries import Entry

MOST_CHANGES = 10_000
"""Lines of a rereading that are kept; all of them are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rereading:
    """``topic`` is the slug of the one whose articles are read again, ``None`` for all; ``dry``: nothing is written.

    ``reading`` names the rules, ``position`` the last article that was looked at, ``last`` the last
    that will be. Of ``total`` articles ``read`` have been, of which ``failed`` could not be read this time and stay as
    they are, and of which ``articles`` are not what they were; their events are counted as ``added``, ``removed`` and
    ``changed``.
    """

    id: int
    begun: datetime
    ended: datetime | None
    topic: str | None
    dry: bool
    reading: str
    position: int
    last: int
    total: int
    read: int
    failed: int
    articles: int
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """An article that was read again: ``after`` is what it is now, ``None`` where it stays what it was.

    ``lines`` tell the differences, as JSON; the counts are of these.
    """

    position: int
    after: Entry | None = None
    failed: bool = False
    lines: tuple[dict[str, object], ...] = ()


class Rereadings(Protocol):
    """The rereadings ever begun. Every method raises `Unavailable` as the store's do."""

    def begin(self, topic: str | None, reading: str, now: datetime, *, dry: bool) -> Rereading | None:
        """One that is under way with the same topic, rules and ``dry`` is the one; ``None`` for an unknown topic."""

    def find(self, rereading: int, /) -> Rereading | None: ...

    def all(self, *, limit: int, before: int | None = None) -> tuple[Rereading, ...]:
        """The newest first; ``before`` is the id of the last one of the page before."""

    def next(self, rereading: Rereading, /, *, limit: int) -> tuple[tuple[int, Entry], ...]:
        """The articles to read after its position, with theirs: done ones, neither waiting, failed nor withdrawn."""

    def advance(self, rereading: Rereading, found: Sequence[Reread], now: datetime) -> Rereading | None:
        """Take in what reading these articles again has found, or its end where there are none; all or nothing.

        ``None``, and nothing happens, where another has come further. An article of which a newer version came
        meanwhile stays what it is then, and no line tells of it.
        """

    def changes(self, rereading: int, /, *, limit: int, after: int = 0) -> tuple[tuple[int, dict[str, object]], ...]:
        """The lines of a rereading by their numbers, from 1 on; the first `MOST_CHANGES`."""
