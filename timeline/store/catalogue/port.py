"""What the rest of the system knows of topics that are looked after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from timeline.model import Topic
from timeline.search.saved import SavedSearch

MOST_SEARCHES = 1000
"""Each article that comes in is held against all of them."""


class TakenSlug(Exception):
    """Another topic has this address, or had it and is reached by it still; ``owner`` is its present one."""

    def __init__(self, slug: str, owner: str) -> None:
        super().__init__(slug, owner)
        self.slug, self.owner = slug, owner


class TooManySearches(Exception):
    """There are `MOST_SEARCHES` already."""


@dataclass(frozen=True, slots=True)
class Refiling:
    """Of so many articles (or events, after a new title) about so many have been looked at."""

    done: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedTopic:
    """A topic with its searches: more than one where topics were merged. ``refiling`` is what is left to be done."""

    topic: Topic
    events: int
    articles: int
    searches: tuple[SavedSearch, ...]
    refiling: Refiling | None


class Catalogue(Protocol):
    """Every method raises `Unavailable` as the store's do. What many articles are touched by is done by `refile`."""

    def find(self, slug: str, /) -> CuratedTopic | None: ...

    def moved(self, slug: str, /) -> str | None:
        """The present slug of a topic that had this one before it was renamed or merged."""

    def define(self, topic: Topic, search: SavedSearch | None) -> bool:
        """Make a topic, or give the one with this slug this title and this search (or none); whether it is new.

        Articles that only a former search found leave it. Raises TakenSlug and TooManySearches.
        """

    def rename(self, slug: str, to: Topic, /, searches: Sequence[SavedSearch] | None = None) -> bool:
        """False for an unknown topic. The old slug leads to it from now on; its searches are those given, if any are.

        Raises TakenSlug and TooManySearches.
        """

    def merge(self, slug: str, into: str, /) -> bool:
        """Put the articles of a topic, and its searches, into another; its slug leads there at once.

        False where either is unknown. Raises ValueError where both are one.
        """

    def remove(self, slug: str, /) -> int | None:
        """Take a topic away; its articles, of which it tells the number, stay. ``None`` for an unknown topic."""

    def unsettled(self) -> bool:
        """Whether anything is left for `refile`."""

    def refile(self, *, limit: int) -> bool:
        """Look at so many more articles of one topic that has to be filed anew; whether there may be more to do.

        What was done is kept with how far it has come: it may end at any time, and run twice at once.
        """
