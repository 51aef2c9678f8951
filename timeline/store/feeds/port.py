"""What the rest of the system knows of feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed to be asked for every ``every`` seconds, next when it is ``due``; its entries go into ``topics``.

    ``etag`` and ``modified`` are the validators of the last answer. ``failures`` is how often in a row it could not be
    read, and ``told`` what came of the last time, in a sentence. ``gone``: its server said so, and it is asked for no
    more.
    """

    id: str
    url: str
    topics: tuple[str, ...]
    every: int
    made: datetime
    due: datetime
    polled: datetime | None = None
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    told: str | None = None
    gone: bool = False


class Feeds(Protocol):
    """Every method raises `Unavailable` as the store's do."""

    def put(self, feed: Feed) -> None:
        """Set it up, or put it in the place of the one with its id; its entries stay known."""

    def all(self) -> tuple[Feed, ...]:
        """By address."""

    def find(self, feed: str, /) -> Feed | None: ...

    def remove(self, feed: str, /) -> bool:
        """Whether there was one; its entries are forgotten."""

    def hasten(self, feed: str, /, now: datetime) -> bool:
        """Make it due, whether its server said that it is gone or not."""

    def due(self, now: datetime, /) -> bool:
        """Whether there is one to take."""

    def take(self, now: datetime, until: datetime, *, limit: int) -> tuple[Feed, ...]:
        """Feeds that are due, for the caller alone: they are not due again before ``until``."""

    def polled(self, feed: Feed) -> None:
        """Keep what came of polling it. One that was removed meanwhile stays away."""

    def unseen(self, feed: str, entries: Mapping[str, str], /) -> frozenset[str]:
        """Those of the entries, given with their versions, that are new or another version than the one noted."""

    def note(self, feed: str, entries: Mapping[str, str], /) -> None:
        """These versions of entries have been taken in."""
