"""What WCAG 2.2 asks for and no checker of markup sees: size of what is pressed, spacing, zoom, focus in sight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from harbour import EVENTS, entry
from measured import SPACED, cut_off, small, staying
from playwright.sync_api import Browser, Page, expect
from pumps import STORY
from windows import Open, windows

from timeline.store import Store
from worker.ingestion import Delivery, ingest

pytestmark = pytest.mark.browser


TOPIC = "/timelines/harbour-tunnel"


@pytest.fixture
def visit(chromium: Browser, address: str, store: Store) -> Iterator[Open]:
    store.replace(entry())
    with windows(chromium) as made:

        def opened(path: str, **options: Any) -> Page:  # noqa: ANN401
            page = made(**({"reduced_motion": "reduce"} | options))
            gone(page, address + path)
            return page

        yield opened


def gone(page: Page, url: str) -> None:
    """Until its time line shows, where it has one."""
    page.goto(url)
    if TOPIC in url and url.rpartition(TOPIC)[2].count("/") == 0:
        page.locator(".band-place:not(:empty)").wait_for()


def paths(store: Store) -> tuple[str, ...]:
    delivery = Delivery(given=STORY | {"topics": ["Pumps"]}, received=datetime(2024, 9, 21, tzinfo=UTC))
    ingest(store, delivery, ZoneInfo("Europe/London"))
    told = store.timeline("pumps")
    assert told is not None
    article = told.events[0].sources[0].article
    events = f"{TOPIC}/events/{EVENTS[1].id}"
    return ("/", TOPIC, f"{TOPIC}?q=nothing", f"{TOPIC}/digest", events, f"/articles/{article}", "/submit", "/nosuch")


def test_every_page_has_room_for_fingers_spacing_and_zoom(visit: Open, address: str, store: Store) -> None:
    given = paths(store)
    page = visit("/", viewport={"width": 390, "height": 844}, bypass_csp=True)
    for path in given:
        page.set_viewport_size({"width": 390, "height": 844})
        gone(page, address + path)
        assert small(page) == [], path
        page.set_viewport_size({"width": 320, "height": 256})
        assert staying(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        page.set_viewport_size({"width": 390, "height": 844})
        page.add_style_tag(content=SPACED)
        assert cut_off(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_focus_is_never_under_something_else(visit: Open, size: tuple[int, int]) -> None:
    """2.4.11, with every stop of the Tab key, there and back, beside a band that stays in place."""
    page = visit(TOPIC, viewport={"width": size[0], "height": size[1]})
    hidden = []
    stops = 0
    for key in ("Tab", "Shift+Tab"):
        for _ in range(120):
            page.keyboard.press(key)
            found = page.evaluate("""() => {
                const focused = document.activeElement;
                if (focused === document.body) return null;
                const box = focused.getBoundingClientRect();
                const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
                const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
                const seen = [0.1, 0.5, 0.9].some(part => {
                    const there = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
                    return there && (focused.contains(there) || there.contains(focused));
                });
                return seen && right > left && bottom > top ? "" : focused.outerHTML.slice(0, 150);
            }""")
            if found is None:
                break
            stops += 1
            hidden += [found] if found else []
    assert hidden == []
    assert stops > 100


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_on_a_phone_the_form_is_opened_and_used_by_keys(visit: Open, script: bool) -> None:
    options = {"viewport": {"width": 390, "height": 844}, "java_script_enabled": script}
    page = visit("/", **options) if not script else visit(TOPIC, **options)
    if not script:
        page.goto(page.url + TOPIC[1:])
    expect(page.locator("#field-q")).to_be_hidden()
    page.locator(".finder > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("pump")
    page.keyboard.press("Enter")
    expect(page.locator("article .headline")).to_have_text([EVENTS[3].headline])
    assert page.url.endswith(f"{TOPIC}?q=pump")


def test_where_the_page_is_wide_the_form_is_open_without_being_opened(visit: Open) -> None:
    page = visit(TOPIC, viewport={"width": 1440, "height": 900})
    expect(page.locator("#field-q")).to_be_visible()
    expect(page.locator(".finder > summary")).to_be_hidden()
    listed, form = page.locator("#results").bounding_box(), page.locator(".find").bounding_box()
    assert listed is not None
    assert form is not None
    assert form["x"] >= listed["x"] + listed["width"]
    page.locator("#field-q").focus()
    page.keyboard.type("pump")
    expect(page.locator("article .headline")).to_have_text([EVENTS[3].headline])
