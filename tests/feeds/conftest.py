"""A web server on this machine that a test fills with feeds, and a store and a queue for what comes out of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from ipaddress import ip_network

import pytest
from processes import Valkey
from websites import Web

from worker.settings import Settings


@pytest.fixture
def web() -> Iterator[Web]:
    made = Web()
    threading.Thread(target=made.server.serve_forever, daemon=True).start()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def chosen(lone_valkey: Valkey, sqlite_url: str) -> Settings:
    """This machine's addresses are allowed."""
    lone_valkey.client.flushall()
    return Settings(redis_url=lone_valkey.url, database_url=sqlite_url, feeds_allow=(ip_network("127.0.0.0/8"),))
