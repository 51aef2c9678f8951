"""Connections to SQLite and PostgreSQL with the same promises: short waits, snapshots, durable commits."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from timeline.store import turns
from timeline.store.statements import rows

LOCK_SECONDS = 5
CONNECT_SECONDS = 3
STATEMENT_SECONDS = 30
WRITING, BEGUN = "writing", "begun"


def address(url: str) -> URL:
    """``url`` with its driver; `ValueError` for what is no SQLite file and no PostgreSQL server."""
    try:
        found = make_url(url.replace("postgres://", "postgresql://", 1) if url.startswith("postgres:") else url)
    except ArgumentError:
        raise ValueError(_unfit("it is no URL")) from None
    if found.drivername == "sqlite" and found.database not in (None, "", ":memory:"):
        return found
    if found.drivername in ("postgresql", "postgresql+psycopg"):
        return found.set(drivername="postgresql+psycopg")
    raise ValueError(_unfit(f"it begins with {found.drivername}:" if found.database else "it names no file"))


def _unfit(why: str) -> str:
    return f"DATABASE_URL: {why}; use sqlite:///path/to/file or postgresql://user:password@host/database"


def engine(url: URL, *, create: bool = False) -> Engine:
    """Errors leave out the parameters, which would put articles into logs.

    ``create`` makes a missing SQLite file, which otherwise is an error of the database."""
    return _sqlite(url, create) if url.get_backend_name() == "sqlite" else _postgresql(url)


def patience(url: URL) -> float:
    """Seconds that a write waits for SQLite's lock."""
    return float(str(url.query.get("timeout", LOCK_SECONDS)))


def reading(engine: Engine) -> Engine:
    """Transactions of the engine see one moment, whatever is committed meanwhile."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def begun(engine: Engine) -> Engine:
    """For SQLite's connections whose transactions are begun by hand, not when SQLAlchemy runs a first statement."""
    return engine.execution_options(**{BEGUN: True})


def looking(engine: Engine) -> Engine:
    """For single statements without a transaction around them: beginning and ending it costs more than they do."""
    if engine.dialect.name == "sqlite":
        return engine  # whose statements are autocommitted unless a transaction was begun
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def writing(engine: Engine) -> Engine:
    """Transactions of the engine take SQLite's write lock at once: a read lock cannot always become one."""
    return engine.execution_options(**{WRITING: True})


def _sqlite(url: URL, create: bool) -> Engine:
    seconds = patience(url)
    connections = _sqlite_connections(url, seconds, create)
    made = create_engine(url.set(query={}), creator=connections, max_overflow=-1, hide_parameters=True)
    event.listen(made, "begin", partial(_begin, seconds))
    return made


def _sqlite_connections(url: URL, seconds: float, create: bool) -> Callable[[], sqlite3.Connection]:
    file = quote(str(Path(str(url.database)).absolute()))
    mode = url.query.get("mode", "rwc" if create else "rw")

    def connection() -> sqlite3.Connection:
        made = sqlite3.connect(
            f"file:{file}?mode={mode}",
            uri=True,
            timeout=seconds,
            check_same_thread=False,
            isolation_level=None,
        )
        made.execute("PRAGMA foreign_keys = ON")
        made.execute("PRAGMA synchronous = FULL" if create else "PRAGMA synchronous = NORMAL")  # more: `durability`
        if create:
            made.execute("PRAGMA journal_mode = WAL")  # the file remembers it
        return made

    return connection


def _begin(seconds: float, connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(WRITING):
        turns.write(connection, seconds)
    elif not options.get(BEGUN):
        rows(connection, "BEGIN", ())


def _postgresql(url: URL) -> Engine:
    limits = {
        "connect_timeout": CONNECT_SECONDS,
        "tcp_user_timeout": STATEMENT_SECONDS * 1000,
        "options": f"-c lock_timeout={LOCK_SECONDS}s -c statement_timeout={STATEMENT_SECONDS}s",
    }
    chosen = {name: value for name, value in limits.items() if name not in url.query}
    return create_engine(url, pool_pre_ping=True, pool_timeout=LOCK_SECONDS, connect_args=chosen, hide_parameters=True)
