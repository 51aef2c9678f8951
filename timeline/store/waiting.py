"""SQLite's connections that wait for who reads, or writes, next."""

from __future__ import annotations

from collections import deque

from sqlalchemy import Connection, Engine

from timeline.store import engine

_KEPT = 5
Idle = deque[Connection]


class Waiting:
    """Up to ``most``, each with up to 2 MB of the file.

    The one that was used last is taken first: what of the file it has read since the last write no other has.

    Having one out of SQLAlchemy's pool takes four times as long as a look at a row. They belong to no thread: a
    connection that ended with its thread would run its finalizers on the way out, where a server whose threads Python
    did not start (granian's, after half a minute without work) has no frames for them.
    """

    def __init__(self, made: Engine, most: int = _KEPT) -> None:
        self._engine, self._most = engine.begun(made), most
        self.idle = Idle()

    def another(self) -> Connection:
        return self._engine.connect()

    def give_back(self, connection: Connection, idle: Idle) -> None:
        """To where it was taken from."""
        if idle is self.idle and len(idle) < self._most:
            idle.append(connection)
        else:
            connection.close()

    def close(self) -> None:
        """Those in use meanwhile are closed when they are given back."""
        idle, self.idle = self.idle, Idle()
        while idle:
            idle.pop().close()
