"""One of each kind of page, served for a browser, and ways to look at them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from empty_stores import sqlite_store
from harbour import EVENTS, entry
from playwright.sync_api import Browser, Page
from serving import serving
from windows import Open, windows

from api import create_app
from api.settings import ApiSettings
from timeline.model import Topic
from timeline.store import open_store
from worker.settings import Settings

PATHS = (
    "/",
    "/timelines/harbour-tunnel",
    "/timelines/ferry",
    "/timelines/nosuch",
    "/timelines/hostile",
    f"/articles/{'c' * 32}",
    "/submit",
    "/nosuch",
)
TEXTS = "main p, main dd, main dt, main h1, main h2, main h3, mark, cite, cite a, summary, .status, .motto, footer p"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of all tests here, which read it."""
    file = tmp_path_factory.mktemp("pages") / "dateline.db"
    with closing(open_store(sqlite_store(file))) as store:
        store.replace(entry())
        store.replace(entry(None, Topic("ferry", "Ferry timetable"), "b" * 32))
        long = replace(EVENTS[3], id="c" * 32, headline="Unbroken" * 12_500)
        store.replace(entry((long,), Topic("hostile", "W" * 3_000), "c" * 32))
        told = tuple(replace(EVENTS[index], id=f"{index:032d}") for index in (1, 3, 6, 7))
        store.replace(entry(told, Topic("second-bore", "Harbour tunnel"), "d" * 32))
    return file


@pytest.fixture(scope="module")
def address(file: Path) -> Iterator[str]:
    with serving(create_app(ApiSettings(worker=Settings(database_url=f"sqlite:///{file}"), read_rate=0))) as found:
        yield found


@pytest.fixture(scope="module")
def canvas(chromium: Browser) -> Iterator[Page]:
    """For tests that set the size and the colours themselves."""
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a path in a window of its own; the keywords are playwright's for a context."""
    with windows(chromium) as made:

        def opened(path: str, **options: object) -> Page:
            page = made(**options)
            page.goto(address + path)
            return page

        yield opened
