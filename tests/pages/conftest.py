from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api.pages import pages
from timeline.store import Store, open_store, upgrade


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'dateline.db'}"
    upgrade(url)
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def app(store: Store) -> Flask:
    """The pages over a real store, four events a page."""
    made = Flask("api")
    made.extensions["dateline"] = SimpleNamespace(store=store, settings=SimpleNamespace(page_size=100))
    made.register_blueprint(pages)
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
