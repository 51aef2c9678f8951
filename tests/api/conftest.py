"""The application in this process, over a real broker and a real store, without a worker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from correcting import told
from flask.testing import FlaskClient
from limited import Made
from processes import Valkey, free_port

from api import create_app
from api.settings import ApiSettings
from timeline.store import Store
from worker.settings import Settings


@pytest.fixture
def client(broker: Valkey, sqlite_url: str) -> FlaskClient:
    worker = Settings(redis_url=broker.url, database_url=sqlite_url)
    return create_app(ApiSettings(worker=worker, max_body=20_000, writing="loopback")).test_client()


@pytest.fixture
def brokerless(sqlite_url: str) -> FlaskClient:
    """Nobody listens where the broker should be."""
    worker = Settings(redis_url=f"redis://127.0.0.1:{free_port()}/0", database_url=sqlite_url)
    return create_app(ApiSettings(worker=worker, writing="loopback")).test_client()


@pytest.fixture
def storeless(broker: Valkey, tmp_path: object) -> FlaskClient:
    worker = Settings(redis_url=broker.url, database_url=f"sqlite:///{tmp_path}/nowhere/dateline.db")
    return create_app(ApiSettings(worker=worker, writing="loopback")).test_client()


@pytest.fixture
def made(broker: Valkey, sqlite_url: str) -> Made:
    """An application with some limits of its own."""

    def made(redis_url: str = broker.url, **limits: object) -> FlaskClient:
        worker = Settings(redis_url=redis_url, database_url=sqlite_url)
        return create_app(ApiSettings(worker=worker, writing="loopback", **limits)).test_client()  # type: ignore[arg-type]

    return made


@pytest.fixture
def corrected(store: Store) -> datetime:
    """A moment at which the article told three events; by now it tells one."""
    store.replace(told(0, 1, 2, 3))
    moment = datetime.now(UTC)
    store.replace(told(1, 9))
    return moment


@pytest.fixture
def application(broker: Valkey, sqlite_url: str) -> Callable[..., FlaskClient]:
    def made(**chosen: str) -> FlaskClient:
        worker = Settings(redis_url=broker.url, database_url=sqlite_url)
        return create_app(ApiSettings(worker=worker, **chosen)).test_client()  # type: ignore[arg-type]

    return made


@pytest.fixture
def closed(application: Callable[..., FlaskClient]) -> FlaskClient:
    """A server that also reads by token."""
    return application(reading="token")
