from __future__ import annotations

import fcntl
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect, sync_playwright
from processes import HANGING
from serving import serving
from windows import Open, windows

from api import create_app
from api.settings import ApiSettings
from measure.chronicles import filled
from timeline.model import Topic
from worker.settings import Settings

_DONE_WITHOUT = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"),
    *("HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AimEnabled"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
)
"""The suggestions of the address bar are two pages of the browser's own for every window, and most of what it costs.

The others are what playwright does without, as the last such list is the one that counts."""

expect.set_options(timeout=1000 * HANGING)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshot", action="store_true", help="take docs/timeline.png anew")


@pytest.fixture
def app(sqlite_url: str) -> Flask:
    """The application over the store; no broker is asked for anything."""
    return create_app(ApiSettings(worker=Settings(database_url=sqlite_url)))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def few_a_page(sqlite_url: str) -> FlaskClient:
    """The application with three events a page."""
    return create_app(ApiSettings(worker=Settings(database_url=sqlite_url), page_size=3)).test_client()


@pytest.fixture(scope="session")
def image(pytestconfig: pytest.Config) -> Path:
    return pytestconfig.rootpath / "docs" / "timeline.png"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser, or a skipped test that says what is missing."""
    program = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium on PATH; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        options.append(f"--disable-features={','.join(_DONE_WITHOUT)}")
        browser = playwright.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def valley(everybodys_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where topics of ten thousand events and of a hundred are served."""
    file = tmp_path_factory.mktemp("valley") / "dateline.db"
    shutil.copyfile(_settled(everybodys_folder), file)
    with serving(create_app(ApiSettings(worker=Settings(database_url=f"sqlite:///{file}"), read_rate=0))) as found:
        yield found


def _settled(folder: Path) -> Path:
    """The store of both topics: whichever of the processes that run tests is first makes it for all."""
    file, made = folder / "valley.db", folder / "valley.part"
    with (folder / "valley.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            filled(f"sqlite:///{made}", 10_000, Topic("valley", "The valley"))
            filled(f"sqlite:///{made}", 100, Topic("hamlet", "The hamlet"))
            made.rename(file)
    return file


@pytest.fixture(scope="session")
def window(chromium: Browser) -> Iterator[Page]:
    """For whatever leaves nothing behind in it but the path."""
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def walk(chromium: Browser, window: Page, valley: str) -> Iterator[Open]:
    """Opens a path of these, its time line on show.

    The first in the window; others, and those with keywords as for playwright's context, in one of their own.
    """
    free = [window]
    with windows(chromium) as made:

        def opened(path: str, **options: Any) -> Page:  # noqa: ANN401
            page = free.pop() if free and not options else made(**({"reduced_motion": "reduce"} | options))
            page.set_default_timeout(1000 * HANGING)
            page.goto(valley + path)
            expect(page.locator(".band-place")).to_have_text(re.compile(r"events?\b"))
            return page

        yield opened
        window.mouse.move(0, 0)
        window.goto("about:blank")


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the application is served."""
    with serving(app) as found:
        yield found
