"""What the rest of the system knows of the store: one write, and what can be read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Protocol

from timeline.density import Density
from timeline.model import Timeline
from timeline.search import Query
from timeline.selection import EVERYTHING, Selection
from timeline.store.catalogue.port import Catalogue
from timeline.store.editions import Editions
from timeline.store.entries import Collection, Entry
from timeline.store.feeds.port import Feeds
from timeline.store.found import Found, Kind
from timeline.store.overviews import Figures, Ledger, TopicSummary
from timeline.store.rereadings.port import Rereadings
from timeline.store.rights import Tokens
from timeline.store.versions import Version

EVER, NEVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Store(Protocol):
    """Accepted articles and the timelines made of their events; safe to share between threads.

    Every method raises `Unavailable`, with its cause, when the database cannot serve it. A process that
    forks opens its own store afterwards.
    """

    @property
    def tokens(self) -> Tokens: ...

    @property
    def feeds(self) -> Feeds: ...

    @property
    def catalogue(self) -> Catalogue: ...

    @property
    def editions(self) -> Editions: ...

    @property
    def rereadings(self) -> Rereadings: ...

    def replace(self, entry: Entry, then: Callable[[], None] | None = None) -> bool:
        """Take in a version of an article, whole or not at all; with `replace_many` the only write.

        False, and nothing changes, when a later version is stored, or the same one further on (queued <
        processing < done = failed). Otherwise the entry is the article's newest, and, where it brings
        events, these are all events of the article and stand in exactly the topics of the entry. Topics
        exist from their first accepted article on, under the title first given.

        ``then`` runs last inside the transaction: when it raises, nothing is written and the exception
        passes through. It does not run for an ignored entry.
        """

    def replace_many(
        self, entries: Sequence[Entry], then: Callable[[Sequence[Entry]], None] | None = None
    ) -> Sequence[bool]:
        """As `replace` does with each, all in one transaction; which of them count. ``then`` is given those.

        Raises `ValueError` where two are of one article.
        """

    def withdraw(self, article: str, /, at: datetime, reason: str | None = None) -> Entry | None:
        """Take an article back: it tells nothing and stands in no topic, until a later version of it is taken in.

        Later than whatever was accepted before. The article as it is then; as it was, where it is withdrawn already,
        and ``None`` where there is none.
        """

    def versions(self, article: str, /, *, limit: int = 100, after: int | None = None) -> tuple[Version, ...]:
        """What the article tells and told, the newest first; ``after`` is the number of the last one before these.

        A version is kept when what it told ended; times at which it told nothing are those in between.
        """

    def entry(self, article: str, /) -> Entry | None:
        """The newest version of the article with this id, its events in the order they were given."""

    def unfinished(self, *, limit: int, after: datetime = EVER, before: datetime = NEVER) -> tuple[Entry, ...]:
        """Articles accepted between those moments and neither done, failed nor withdrawn; the oldest first."""

    def failed(self, *, limit: int, after: Entry | None = None) -> tuple[Entry, ...]:
        """Articles that failed, in order of acceptance and id; ``after`` is the last one of the page before."""

    def ledger(self) -> Ledger:
        """How much is on its way and how much failed."""

    def figures(self) -> Figures:
        """How much there is, in a time that hardly grows with it."""

    def topics(self) -> tuple[TopicSummary, ...]:
        """All topics, by slug."""

    def summary(self, slug: str, /) -> TopicSummary | None:
        """One of them; ``None`` for an unknown one."""

    def timeline(
        self,
        slug: str,
        selection: Selection = EVERYTHING,
        *,
        limit: int = 100,
        after: str | None = None,
        numbered: bool = False,
    ) -> Timeline | None:
        """A page of what is selected of a topic; ``None`` for an unknown one. ``numbered``: with what is before it
        counted, which takes as long as it is far into the topic.

        ``after`` is the ``next`` of the page before, of the same selection. Order: earliest day, latest day, start,
        end, id; open starts first, open ends last; or the other way round. ``as_of`` is the moment at which the
        topic's events last changed, for a selection ``as_of`` a moment the last one until then, and that moment itself
        when nothing was known. Raises `ValueError` on a broken cursor, one of another selection, or a limit below 1,
        and `OutOfReach`.
        """

    def around(self, slug: str, day: date, /, *, limit: int) -> tuple[Timeline, Timeline] | None:
        """The ``limit`` events next to a day: those that begin on it or before, the last first, and those that begin on
        it or later; neither has a cursor. ``None`` for an unknown topic."""

    def event(self, slug: str, event: str, /) -> Timeline | None:
        """The happening that the report of this id tells of, alone in its timeline: under the id of its first report,
        which is another one where reports came together. No events when the topic has no such report; ``None`` for an
        unknown topic."""

    def search(
        self, query: Query, *, kinds: Iterable[Kind] = tuple(Kind), limit: int = 100, after: str | None = None
    ) -> Found:
        """Events and articles of all topics that meet the query: events first, of each kind what came last first.
        Raises `ValueError` on a broken cursor, and where the query says only what must not be there."""

    def density(self, slug: str, selection: Selection = EVERYTHING, *, bins: int = 100) -> Density | None:
        """How what is selected of a topic lies in time, in at most so many columns; ``None`` for an unknown one.

        Raises `ValueError` on fewer than one column.
        """

    def collection(self, slug: str, /) -> Collection | None:
        """The articles of a topic; ``None`` for an unknown one."""

    def ping(self) -> None:
        """Raise `Unavailable` unless the database answers and has the schema of this version."""

    def close(self) -> None:
        """Give back all connections."""
