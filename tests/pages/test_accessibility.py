"""What axe-core finds on each kind of page, in both colour schemes: nothing. Keys are tested elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from harbour import EVENTS, entry
from playwright.sync_api import Browser, Page
from pumps import STORY

from timeline.model import Topic
from timeline.store import Store
from worker.ingestion import Delivery, ingest

pytestmark = pytest.mark.browser
TOPIC = "/timelines/harbour-tunnel"
PATHS = (
    "/",
    TOPIC,
    f"{TOPIC}?from=2040-01-01",
    f"{TOPIC}?from=x",
    f"{TOPIC}/digest",
    f"{TOPIC}/events/{EVENTS[1].id}",
    "/submit",
    "/articles/{article}",
    f"/articles/{'b' * 32}",
    "/articles/nosuch",
    "/timelines/nosuch",
    "/nosuch",
    "/api/v1/docs",
)
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that the other colour scheme can break."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def screen(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


def test_axe_finds_nothing_on_any_page(screen: Page, address: str, store: Store) -> None:
    store.replace(entry())
    store.replace(entry(None, Topic("ferry", "Ferry timetable"), "b" * 32))
    delivery = Delivery(given=STORY | {"topics": ["Pumps"]}, received=datetime(2024, 9, 21, tzinfo=UTC))
    ingest(store, delivery, ZoneInfo("Europe/London"))
    told = store.timeline("pumps")
    assert told is not None
    found = {}
    for path in PATHS:
        screen.emulate_media(color_scheme="light")
        screen.goto(address + path.format(article=told.events[0].sources[0].article))
        light = violations(screen, TAGS)
        screen.emulate_media(color_scheme="dark")
        found[path] = light + violations(screen, COLOURS)
    assert found == {path: [] for path in PATHS}


def violations(page: Page, rules: list[str]) -> list[tuple[str, str]]:
    result = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in result.response["violations"]]


def test_what_is_pressed_is_large_enough(screen: Page, address: str, store: Store) -> None:
    """WCAG 2.2, 2.5.8: 24 pixels each way, but for links inside of text."""
    store.replace(entry())
    screen.set_viewport_size({"width": 320, "height": 800})
    for path in ("/", TOPIC, "/submit"):
        screen.goto(address + path)
        small = screen.evaluate("""() => [...document.querySelectorAll("button, summary, select, input, .ways a")]
            .filter(each => each.type !== "hidden" && each.getClientRects().length)
            .map(each => (each.closest("label") ?? each))
            .filter(each => each.getBoundingClientRect().height < 24).map(each => each.outerHTML)""")
        assert small == [], path


def test_nothing_moves_once_it_is_there(screen: Page, address: str, store: Store) -> None:
    """Cumulative layout shift, as browsers count it, from the first paint on."""
    store.replace(entry())
    for path in ("/", TOPIC, f"{TOPIC}/events/{EVENTS[1].id}"):
        screen.goto(address + path, wait_until="networkidle")
        shift = screen.evaluate("""() => new Promise(resolve => {
            let sum = 0;
            new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.value; }))
                .observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
        })""")
        assert shift < 0.02, path
