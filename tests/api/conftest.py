"""The application in this process, over a real broker and a real store, without a worker."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from processes import Valkey, free_port

from api import create_app
from api.settings import ApiSettings
from worker.settings import Settings


@pytest.fixture
def broker(lone_valkey: Valkey) -> Valkey:
    """An empty queue."""
    lone_valkey.client.flushall()
    return lone_valkey


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
