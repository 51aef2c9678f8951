"""Real servers and processes that several rooms share. What a test hurts, it starts itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from empty_stores import Postgres, postgres, sqlite_store
from hypothesis import settings
from processes import Valkey, running
from programs import Server, Worker

from timeline.store import Store, open_store

_WAITING = ("chaos", "system", "deploy", "feeds")
"""Rooms whose tests mostly wait for programs."""

_RECKONING = ("pages", "hostile", "api", "store")
"""Rooms that keep the machine busy for long."""

settings.register_profile("dateline", deadline=None)  # a slow machine breaks no law
settings.load_profile("dateline")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # programs are started a hundred times


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files of both kinds by turns, so that some processes reckon while others wait; short ones last."""
    files = list(dict.fromkeys(item.path for item in items))
    turns = {}
    for rooms in (_WAITING, _RECKONING):
        ours = sorted(
            (file for file in files if file.parent.name in rooms), key=lambda file: rooms.index(file.parent.name)
        )
        turns |= {file: turn for turn, file in enumerate(ours)}
    items.sort(key=lambda item: turns.get(item.path, len(files)))


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


@pytest.fixture
def broker(lone_valkey: Valkey) -> Valkey:
    """The one to which no worker listens, empty."""
    lone_valkey.client.flushall()
    return lone_valkey


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The SQLite store of the shared server and worker."""
    return sqlite_store(tmp_path_factory.mktemp("store") / "dateline.db")


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
    return sqlite_store(tmp_path / "dateline.db")


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def everybodys_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same one for all processes that run tests."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def postgres_server(everybodys_folder: Path) -> Iterator[Postgres]:
    with postgres(everybodys_folder, os.environ.get("PYTEST_XDIST_WORKER", "alone")) as server:
        yield server


@pytest.fixture
def empty_postgres_url(postgres_server: Postgres) -> str:
    """A PostgreSQL database without tables."""
    return postgres_server.database()


@pytest.fixture
def postgres_url(postgres_server: Postgres) -> str:
    """A PostgreSQL store without articles."""
    return postgres_server.store()
