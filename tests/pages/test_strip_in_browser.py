"""The picture of a chronology's events stands where no script draws the band, and on paper, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from harbour import entry
from playwright.sync_api import Browser, Page, expect
from shown import ALL, PATH
from valley import TEN_THOUSAND
from windows import Open

from timeline.store import Store


@pytest.fixture
def sheet(chromium: Browser, address: str, store: Store) -> Iterator[Page]:
    """The page as somebody sees it whose browser runs no scripts, in the dark."""
    store.replace(entry())
    context = chromium.new_context(java_script_enabled=False, color_scheme="dark")
    opened = context.new_page()
    opened.goto(address + PATH, wait_until="networkidle")
    yield opened
    context.close()


@pytest.mark.browser
def test_without_a_script_it_stands_where_the_band_would(sheet: Page) -> None:
    """On the screen and on paper, narrow and wide."""
    image = sheet.get_by_role("img", name=ALL)
    for media in ("screen", "print"):
        sheet.emulate_media(media=media)  # type: ignore[arg-type]
        for width in (390, 1280):
            sheet.set_viewport_size({"width": width, "height": 844})
            box = image.bounding_box()
            assert box is not None
            assert box["width"] >= width * 0.7
            assert box["height"] == 136
            assert image.evaluate("image => image.complete && image.naturalHeight > 0")
    expect(sheet.locator("#band")).to_be_hidden()


@pytest.mark.browser
def test_its_own_policy_lets_it_follow_the_dark(sheet: Page, address: str) -> None:
    """Looked at by itself, too."""
    said: list[str] = []
    sheet.on("console", lambda message: said.append(message.text))
    sheet.goto(f"{address}{PATH}/strip.svg")
    assert sheet.locator(".plate").evaluate("plate => getComputedStyle(plate).fill") == "rgb(28, 32, 36)"
    assert [each for each in said if "Security" in each] == []


@pytest.mark.browser
def test_who_runs_scripts_asks_for_it_only_to_print(walk: Open, valley: str) -> None:
    """Then it is of what is selected by then."""
    screen = walk("/timelines/hamlet", viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    screen.on("request", lambda request: asked.append(request.url) if "strip.svg" in request.url else None)
    screen.goto(f"{valley}/timelines/hamlet", wait_until="load")
    expect(screen.locator(".band-place")).to_contain_text("events")
    expect(screen.locator(".strip")).to_be_hidden()
    screen.mouse.wheel(0, 400)
    assert asked == []
    screen.pdf()
    assert asked == [f"{valley}/timelines/hamlet/strip.svg"]
    screen.locator("input[name=status][value=denied]").check()
    expect(screen.locator(".filter")).to_have_count(1)
    assert len(asked) == 1
    screen.emulate_media(media="print")
    expect(screen.locator(".strip img")).to_be_visible()
    found = Axe().run(screen, ".strip", options={"resultTypes": ["violations"]}).response
    assert (found["violations"], bool(found["testEngine"])) == ([], True)
    expect(screen.locator("#band")).to_be_hidden()
    screen.emulate_media(media="screen")
    screen.pdf()
    assert asked[1:] == [f"{valley}/timelines/hamlet/strip.svg?status=denied"]


@pytest.mark.browser
def test_of_very_many_events_the_page_counts_none_and_leads_to_what_does(chromium: Browser, valley: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    screen = context.new_page()
    screen.goto(valley + TEN_THOUSAND)
    brief = screen.locator(".strip img").get_attribute("alt") or ""
    assert "events from" in brief
    assert "most of them" not in brief
    screen.locator(".strip a").click()
    whole = screen.locator("svg > title").first.text_content() or ""
    assert whole.startswith(f"{brief}, most of them from ")
    context.close()
