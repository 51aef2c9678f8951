"""The pages as people meet them, in a real browser."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest
from harbour import EVENTS
from playwright.sync_api import Browser, Page, expect
from visiting import PATHS, address, canvas, file, visit
from windows import Open

assert file
assert address
assert canvas
assert visit

pytestmark = pytest.mark.browser
STOPS = ", ".join(f"main {stop}:visible" for stop in ("a", "summary", "button", "input", "[tabindex='0']"))
PLACE = """stops => [...document.querySelectorAll(stops.replaceAll(":visible", ""))]
    .filter(element => element.checkVisibility()).indexOf(document.activeElement)"""
WITHIN_A_DATE = 6


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_asked_of_others_and_nothing_goes_wrong(
    chromium: Browser, address: str, visit: Open, path: str
) -> None:
    """No request leaves the server, and the console, where breaches of the policy show, stays empty."""
    page = chromium.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path, wait_until="networkidle")
    page.close()
    expected = ["the server responded with a status of 404" in each for each in said]
    assert expected == [True] * path.endswith("nosuch")
    assert asked
    assert all(url.startswith(address) for url in asked)


def test_the_policy_stops_what_would_slip_into_a_page(visit: Open) -> None:
    """A handler, an inline script and an inline style in the page are reported as blocked, and none takes effect."""
    page = visit("/timelines/harbour-tunnel")
    blocked = page.evaluate("""() => new Promise(resolve => {
        const seen = new Set();
        setTimeout(() => resolve([...seen].sort()), 5000);
        document.addEventListener("securitypolicyviolation", breach => {
            seen.add(breach.effectiveDirective);
            if (seen.size === 3) resolve([...seen].sort());
        });
        const markup = "<p id=slipped style='color: rgb(1, 2, 3)' onclick='window.reached = 1'></p>";
        document.body.insertAdjacentHTML("beforeend", markup);
        document.querySelector("#slipped").click();
        const script = document.createElement("script");
        script.textContent = "window.reached = 1";
        document.body.append(script);
    })""")
    assert blocked == ["script-src-attr", "script-src-elem", "style-src-attr"]
    assert page.evaluate("window.reached") is None
    assert page.evaluate("getComputedStyle(document.querySelector('#slipped')).color") != "rgb(1, 2, 3)"


@pytest.mark.parametrize("width", [320, 375, 832, 1056, 1920, 3840])
@pytest.mark.parametrize("path", PATHS)
def test_no_page_scrolls_sideways(canvas: Page, address: str, path: str, width: int) -> None:
    canvas.set_viewport_size({"width": width, "height": 800})
    canvas.goto(address + path)
    assert canvas.evaluate("document.documentElement.scrollWidth") <= width


def test_every_event_shows_without_javascript(visit: Open) -> None:
    page = visit("/timelines/harbour-tunnel", java_script_enabled=False)
    for event in EVENTS:
        item = page.locator(f"#e-{event.id}")
        assert item.locator(".headline").is_visible()
        assert item.locator(".date").is_visible()
        assert item.locator("svg.shape").bounding_box()["width"] >= 16  # type: ignore[index]
        assert item.locator("mark").first.is_visible()
        summary = item.locator(".why summary")
        summary.click()
        assert item.locator(".why .notation").is_visible()


def test_the_keyboard_reaches_everything_and_the_focus_shows(visit: Open) -> None:
    page = visit("/timelines/harbour-tunnel")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the content"
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    seen = set()
    for _ in range(page.locator(STOPS).count() + WITHIN_A_DATE):
        page.keyboard.press("Tab")
        place = page.evaluate(PLACE, STOPS)
        if place < 0:
            break
        seen.add(place)
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert len(seen) == page.locator(STOPS).count()
    page.locator(".why summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".why .notation").first.is_visible()


def test_the_picture_in_the_readme_is_of_this_page(visit: Open, image: Path, pytestconfig: pytest.Config) -> None:
    """With --screenshot it is taken anew."""
    page = visit("/timelines/second-bore", viewport={"width": 1160, "height": 900}, color_scheme="light")
    page.locator(".why summary").nth(2).click()
    page.mouse.move(0, 0)
    expect(page.locator(".band-place")).to_have_text(re.compile("^4 events"))
    page.evaluate("document.activeElement.blur(), scrollTo({ top: 0, behavior: 'instant' })")
    page.wait_for_function("scrollY === 0")
    taken = page.screenshot(full_page=True)
    if pytestconfig.getoption("--screenshot", default=False):
        image.write_bytes(taken)
    assert size(image.read_bytes())[0] == size(taken)[0] == 1160
    assert min(size(image.read_bytes())[1], size(taken)[1]) > 1000


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG image with an intact header."""
    assert zlib.crc32(png[12:29]) == int.from_bytes(png[29:33])
    width, height = struct.unpack(">II", png[16:24])
    return width, height
