"""The application over a real broker and store, with a worker's steps run here."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from empty_stores import sqlite_store
from flask.testing import FlaskClient
from processes import Valkey

from api import create_app
from api.settings import ApiSettings
from timeline.store import Store, open_store
from worker import ingestion
from worker.ingestion import Delivery
from worker.settings import Settings


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    url = sqlite_store(tmp_path_factory.mktemp("hostile") / "dateline.db")
    with closing(open_store(url)) as opened:
        opened.address = url  # type: ignore[attr-defined]
        yield opened


@pytest.fixture(scope="module")
def client(lone_valkey: Valkey, store: Store) -> FlaskClient:
    lone_valkey.client.flushall()
    worker = Settings(redis_url=lone_valkey.url, database_url=store.address)  # type: ignore[attr-defined]
    return create_app(ApiSettings(worker=worker, writing="loopback", write_rate=0, read_rate=0)).test_client()


@pytest.fixture(scope="module")
def work(lone_valkey: Valkey, store: Store) -> Callable[[], None]:
    """Takes in everything that waits, as the worker does."""

    def work() -> None:
        while message := lone_valkey.client.rpop("celery"):
            (article,), kwargs, _ = json.loads(base64.b64decode(json.loads(message)["body"]))  # type: ignore[arg-type]
            delivery = Delivery(given=article, received=datetime.fromisoformat(kwargs["received"]), id=kwargs["id"])
            ingestion.ingest(store, delivery, ZoneInfo("Europe/London"))

    return work
