"""Servers and workers of one test, which may hurt them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import Valkey, running
from programs import Server, Worker


@pytest.fixture
def own_valkey(tmp_path: Path) -> Iterator[Valkey]:
    with running(Valkey(tmp_path / "broker")) as broker:
        yield broker


@pytest.fixture
def where(request: pytest.FixtureRequest, own_valkey: Valkey, sqlite_url: str) -> dict[str, str]:
    """The settings of all parts; a module's ``LIMIT`` is how many seconds reading an article may take."""
    settings = {"REDIS_URL": own_valkey.url, "DATABASE_URL": sqlite_url}
    limit = getattr(request.module, "LIMIT", None)
    return settings if limit is None else settings | {"DATELINE_TIME_LIMIT": str(limit)}


@pytest.fixture
def own_server(where: dict[str, str], tmp_path: Path) -> Iterator[Server]:
    with running(Server(tmp_path / "api.log", **where)) as server:
        yield server


@pytest.fixture
def own_worker(where: dict[str, str], tmp_path: Path) -> Iterator[Worker]:
    with running(Worker(tmp_path / "worker.log", **where)) as worker:
        yield worker
