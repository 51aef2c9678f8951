"""Transactions on one database: those that read see one moment, those that write come one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection, Engine

from timeline.store import durability, engine
from timeline.store.columns import storable
from timeline.store.failures import served

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Transaction = Callable[[], AbstractContextManager[Connection]]
"""Raises `Unavailable` where the database cannot serve it; what is raised inside undoes it."""


class Transactions:
    """``address`` tells no password."""

    def __init__(self, url: URL) -> None:
        self.address = url.render_as_string(hide_password=True)
        self.engine = engine.engine(url)
        self._reading, self._writing = engine.reading(self.engine), engine.writing(self.engine)
        self._keep = durability.keeper(url)

    def reading(self) -> AbstractContextManager[Connection]:
        return self._begun(self._reading)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._begun(self._writing) as connection:
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

    @contextmanager
    def _begun(self, engine: Engine) -> Iterator[Connection]:
        with served(self.address), engine.begin() as connection:
            yield connection
