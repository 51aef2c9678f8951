"""The store on a SQL database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import compress

from sqlalchemy import Connection, Engine

from timeline.density import Density
from timeline.model import Timeline
from timeline.search import Query
from timeline.selection import EVERYTHING, Selection
from timeline.store import accounting, collections, densities, engine, pages, reading, searching
from timeline.store.catalogue.stored import StoredCatalogue
from timeline.store.columns import clean, storable
from timeline.store.failures import served
from timeline.store.feeds.stored import StoredFeeds
from timeline.store.found import Found, Kind
from timeline.store.looking import Looking
from timeline.store.migrations import HEAD, revision
from timeline.store.news import StoredEditions
from timeline.store.past import listing, recalling, turning
from timeline.store.port import EVER, NEVER, Collection, Entry, Figures, Ledger, TopicSummary, Unavailable
from timeline.store.rereadings.stored import StoredRereadings
from timeline.store.tokens import StoredTokens
from timeline.store.versions import Version
from timeline.store.writing import write

EVERY = 2**31 - 1


class Database:
    """See `timeline.store.Store` for what its methods promise."""

    def __init__(self, url: str) -> None:
        address = engine.address(url)
        self._address = address.render_as_string(hide_password=True)
        self._engine = engine.engine(address)
        self._reading = engine.reading(self._engine)
        self._writing = engine.writing(self._engine)
        self._looking = Looking(self._engine, self._address)
        transactions = (lambda: self._transaction(self._reading), lambda: self._transaction(self._writing))
        self.tokens, self.feeds = StoredTokens(*transactions), StoredFeeds(*transactions)
        self.catalogue = StoredCatalogue(*transactions)
        self.editions = StoredEditions(self._looking, transactions[0])
        self.rereadings = StoredRereadings(*transactions)
        self._past = recalling.Memory()

    def replace(self, entry: Entry, then: Callable[[], None] | None = None) -> bool:
        return self.replace_many([entry], None if then is None else lambda _: then())[0]

    def replace_many(
        self, entries: Sequence[Entry], then: Callable[[Sequence[Entry]], None] | None = None
    ) -> Sequence[bool]:
        if len({entry.id for entry in entries}) < len(entries):
            raise ValueError("entries: two are of one article; write them one after the other")
        with self._transaction(self._writing) as connection:
            accepted = write(connection, entries)
            if then is not None and any(accepted):
                then(list(compress(entries, accepted)))
        return accepted

    def withdraw(self, article: str, /, at: datetime, reason: str | None = None) -> Entry | None:
        if not storable(article):
            return None
        with self._transaction(self._writing) as connection:
            return turning.withdraw(connection, article, at, reason)

    def versions(self, article: str, /, *, limit: int = 100, after: int | None = None) -> tuple[Version, ...]:
        if not storable(article):
            return ()
        with self._transaction(self._reading) as connection:
            return tuple(listing.listed(connection, article, limit, after))

    def entry(self, article: str, /) -> Entry | None:
        if not storable(article):
            return None
        with self._transaction(self._reading) as connection:
            return reading.entry(connection, article)

    def unfinished(self, *, limit: int, after: datetime = EVER, before: datetime = NEVER) -> tuple[Entry, ...]:
        with self._transaction(self._reading) as connection:
            return accounting.unfinished(connection, after, before, limit)

    def failed(self, *, limit: int, after: Entry | None = None) -> tuple[Entry, ...]:
        with self._transaction(self._reading) as connection:
            return accounting.failed(connection, limit, after)

    def ledger(self) -> Ledger:
        with self._transaction(self._reading) as connection:
            return accounting.ledger(connection)

    def figures(self) -> Figures:
        with self._transaction(self._reading) as connection:
            return accounting.figures(connection)

    def topics(self) -> tuple[TopicSummary, ...]:
        with self._transaction(self._reading) as connection:
            return reading.summaries(connection)

    def summary(self, slug: str, /) -> TopicSummary | None:
        if not storable(slug):
            return None
        with self._transaction(self._reading) as connection:
            return reading.summary(connection, slug)

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
            return recalling.recalled(lambda: self._transaction(self._reading), self._past, asked, selection.as_of)
        with self._transaction(self._reading) as connection:
            return pages.page(connection, asked)

    def event(self, slug: str, event: str, /) -> Timeline | None:
        if not storable(slug):
            return None
        with self._transaction(self._reading) as connection:
            return pages.single(connection, slug, clean(event))

    def search(
        self, query: Query, *, kinds: Iterable[Kind] = tuple(Kind), limit: int = 100, after: str | None = None
    ) -> Found:
        with self._transaction(self._reading) as connection:
            return searching.found(connection, query, kinds, limit, after)

    def density(self, slug: str, selection: Selection = EVERYTHING, *, bins: int = 100) -> Density | None:
        if bins < 1:
            raise ValueError(f"bins: {bins} columns hold nothing; ask for 1 or more")
        if not storable(slug):
            return None
        if selection.as_of is not None:
            told = self.timeline(slug, selection, limit=EVERY)
            return None if told is None else densities.of_events(told, selection, bins)
        with self._transaction(self._reading) as connection:
            return densities.density(connection, slug, selection, bins)

    def collection(self, slug: str, /) -> Collection | None:
        if not storable(slug):
            return None
        with self._transaction(self._reading) as connection:
            return collections.collection(connection, slug)

    def ping(self) -> None:
        with self._transaction(self._reading) as connection:
            found = revision(connection)
        if found != HEAD:
            raise Unavailable(
                f"The store {self._address} is not available: its tables are of revision {found}, "
                f"this version of Dateline needs {HEAD}."
            )

    def close(self) -> None:
        self._looking.close()
        self._engine.dispose()

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        with served(self._address), engine.begin() as connection:
            yield connection
