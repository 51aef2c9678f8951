"""Transactions on one database: those that read see one moment, those that write come one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection

from timeline.store import durability, engine
from timeline.store.columns import storable
from timeline.store.committed import Committed
from timeline.store.looking import Looking
from timeline.store.snapshots import Snapshots

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Transaction = Callable[[], AbstractContextManager[Connection]]
"""Raises `Unavailable` where the database cannot serve it; what is raised inside undoes it."""


class Transactions:
    """``address`` tells no password."""

    def __init__(self, url: URL) -> None:
        self.address = url.render_as_string(hide_password=True)
        self.engine = engine.engine(url)
        self._snapshots = Snapshots(self.engine, self.address)
        self._committed = Committed(self.engine, url, self.address)
        self.looking = Looking(self.engine, self.address, self._snapshots.waiting)
        self._keep = durability.keeper(url)

    def reading(self) -> AbstractContextManager[Connection]:
        return self._snapshots.begun()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._committed.begun() as connection:
            yield connection
        self._keep()

    def read(
        self, look: Callable[Concatenate[Connection, Asked], Answer], *given: Asked.args, **named: Asked.kwargs
    ) -> Answer:
        with self.reading() as connection:
            return look(connection, *given, **named)

    def read_of(
        self,
        name: str,
        look: Callable[Concatenate[Connection, str, Asked], Answer | None],
        *given: Asked.args,
        **named: Asked.kwargs,
    ) -> Answer | None:
        """What is found of an article or a topic; nothing of a name that no database can hold."""
        return self.read(look, name, *given, **named) if storable(name) else None

    def close(self) -> None:
        self._snapshots.close()
        self._committed.close()
        self.engine.dispose()
