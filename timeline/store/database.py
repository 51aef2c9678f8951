"""The store on a SQL database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import compress

from timeline.density import Density
from timeline.model import Timeline
from timeline.search import Query
from timeline.selection import EVERYTHING, Selection
from timeline.store import accounting, collections, densities, engine, pages, reading, searching
from timeline.store.catalogue.stored import StoredCatalogue
from timeline.store.columns import clean, storable
from timeline.store.entries import Collection, Entry
from timeline.store.faults import Unavailable
from timeline.store.feeds.stored import StoredFeeds
from timeline.store.found import Found, Kind
from timeline.store.migrations import HEAD, revision
from timeline.store.news import StoredEditions
from timeline.store.overviews import Figures, Ledger, TopicSummary
from timeline.store.past import listing, recalling, turning
from timeline.store.port import EVER, NEVER
from timeline.store.prepared import prepared
from timeline.store.rereadings.stored import StoredRereadings
from timeline.store.tokens import StoredTokens
from timeline.store.transactions import Transactions
from timeline.store.versions import Version
from timeline.store.writing import write

EVERY = 2**31 - 1


class Database:
    """See `timeline.store.Store` for what its methods promise."""

    def __init__(self, url: str) -> None:
        self._open = begun = Transactions(engine.address(url))
        self._past = recalling.Memory()
        self.tokens = StoredTokens(begun.reading, begun.writing)
        self.feeds = StoredFeeds(begun.reading, begun.writing)
        self.catalogue = StoredCatalogue(begun.reading, begun.writing)
        self.rereadings = StoredRereadings(begun.reading, begun.writing)
        self.editions = StoredEditions(begun.looking, begun.reading)

    def replace(self, entry: Entry, then: Callable[[], None] | None = None) -> bool:
        return self.replace_many([entry], None if then is None else lambda _: then())[0]

    def replace_many(
        self, entries: Sequence[Entry], then: Callable[[Sequence[Entry]], None] | None = None
    ) -> Sequence[bool]:
        if len({entry.id for entry in entries}) < len(entries):
            raise ValueError("entries: two are of one article; write them one after the other")
        versions = list(map(prepared, entries))
        with self._open.writing() as connection:
            accepted = write(connection, versions)
            if then is not None and any(accepted):
                then(list(compress(entries, accepted)))
        return accepted

    def withdraw(self, article: str, /, at: datetime, reason: str | None = None) -> Entry | None:
        if not storable(article):
            return None
        with self._open.writing() as connection:
            return turning.withdraw(connection, article, at, reason)

    def versions(self, article: str, /, *, limit: int = 100, after: int | None = None) -> tuple[Version, ...]:
        if not storable(article):
            return ()
        with self._open.reading() as connection:
            return tuple(listing.listed(connection, article, limit, after))

    def entry(self, article: str, /) -> Entry | None:
        return self._open.read_of(article, reading.entry)

    def unfinished(self, *, limit: int, after: datetime = EVER, before: datetime = NEVER) -> tuple[Entry, ...]:
        return self._open.read(accounting.unfinished, after, before, limit)

    def failed(self, *, limit: int, after: Entry | None = None) -> tuple[Entry, ...]:
        return self._open.read(accounting.failed, limit, after)

    def ledger(self) -> Ledger:
        return self._open.read(accounting.ledger)

    def figures(self) -> Figures:
        return self._open.read(accounting.figures)

    def topics(self) -> tuple[TopicSummary, ...]:
        return self._open.read(reading.summaries)

    def summary(self, slug: str, /) -> TopicSummary | None:
        return self._open.read_of(slug, reading.summary)

    def timeline(
        self,
        slug: str,
        selection: Selection = EVERYTHING,
        *,
        limit: int = 100,
        after: str | None = None,
        numbered: bool = False,
    ) -> Timeline | None:
        if limit < 1:
            raise ValueError(f"limit: {limit} events make no page; ask for 1 or more")
        if not storable(slug):
            return None
        asked = pages.Asked(slug, selection, limit, after, numbered)
        if selection.as_of is not None:
            return recalling.recalled(self._open.reading, self._past, asked, selection.as_of)
        return self._open.read(pages.page, asked)

    def around(self, slug: str, day: date, /, *, limit: int) -> tuple[Timeline, Timeline] | None:
        return self._open.read_of(slug, pages.around, day, limit)

    def event(self, slug: str, event: str, /) -> Timeline | None:
        return self._open.read_of(slug, pages.single, clean(event))

    def search(
        self, query: Query, *, kinds: Iterable[Kind] = tuple(Kind), limit: int = 100, after: str | None = None
    ) -> Found:
        return self._open.read(searching.found, query, kinds, limit, after)

    def density(self, slug: str, selection: Selection = EVERYTHING, *, bins: int = 100) -> Density | None:
        if bins < 1:
            raise ValueError(f"bins: {bins} columns hold nothing; ask for 1 or more")
        if selection.as_of is not None:
            told = self.timeline(slug, selection, limit=EVERY)
            return None if told is None else densities.of_events(told, selection, bins)
        return self._open.read_of(slug, densities.density, selection, bins)

    def collection(self, slug: str, /) -> Collection | None:
        return self._open.read_of(slug, collections.collection)

    def ping(self) -> None:
        found = self._open.read(revision)
        if found != HEAD:
            raise Unavailable(
                f"The store {self._open.address} is not available: its tables are of revision {found}, "
                f"this version of Dateline needs {HEAD}."
            )

    def close(self) -> None:
        self._open.close()
