"""The application over a real store that holds the story of the ferry; no broker is asked for anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from ferries import FERRY
from flask.testing import FlaskClient

from api import create_app
from api.settings import ApiSettings
from timeline.lines import document
from timeline.model import Topic
from timeline.pipeline import reference
from timeline.progress import State
from timeline.store import Entry, Store, open_store
from worker.settings import Settings

TOPIC = Topic("ferry", "Ferry")


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    for name, time, text in FERRY:
        opened.replace(
            Entry(
                id=name,
                state=State.DONE,
                received=datetime(2024, 10, 1, tzinfo=UTC),
                submission={},
                topics=(TOPIC,),
                article=document(name, text, "Island news", reference(time)),
                events=(),
            )
        )
    yield opened
    opened.close()


@pytest.fixture
def client(store: Store, sqlite_url: str) -> FlaskClient:
    return create_app(ApiSettings(worker=Settings(database_url=sqlite_url))).test_client()
