"""The time line by keyboard alone, and for who hears it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from valley import (
    HUNDRED,
    TEN_THOUSAND,
    active,
    moved,
    place,
)
from windows import Open

pytestmark = pytest.mark.browser


def test_the_keyboard_steps_from_event_to_event_and_goes_to_one_in_the_list(walk: Open) -> None:
    page = walk(HUNDRED)
    plot = page.locator(".band-plot")
    plot.focus()
    page.keyboard.press("Home")
    first = active(page)
    page.keyboard.press("ArrowRight")
    second = active(page)
    assert first != second
    page.keyboard.press("ArrowLeft")
    assert active(page) == first
    page.keyboard.press("End")
    last = active(page)
    assert last not in (first, second)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('article')")
    assert page.locator("article:focus .headline").inner_text() in last
    expect(page.locator("article:focus")).to_be_in_viewport()


def test_every_event_can_be_stepped_through(walk: Open) -> None:
    page = walk(HUNDRED)
    page.locator(".band-plot").focus()
    page.keyboard.press("Home")
    seen = [active(page)]
    for _ in range(150):
        page.keyboard.press("ArrowRight")
        if active(page) == seen[-1]:
            break
        seen.append(active(page))
    assert sum(1 if "some time" not in each and "events" not in each.split(".")[0] else 0 for each in seen) > 80
    assert len(set(seen)) == len(seen)


def test_no_key_is_taken_outside_the_band(walk: Open) -> None:
    page = walk(TEN_THOUSAND)
    before = place(page).inner_text()
    page.locator("#band-day").focus()
    for key in ("ArrowLeft", "ArrowRight", "Home", "End", "PageDown"):
        page.keyboard.press(key)
    page.locator("h1").click()
    for key in ("+", "-", "0", "ArrowRight", " "):
        page.keyboard.press(key)
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    page.wait_for_function("() => (scrollTo(0, 0), document.documentElement.scrollTop === 0)")
    assert place(page).inner_text() == before
    assert page.locator(".band-plot").get_attribute("aria-activedescendant") is None


def test_choosing_in_the_band_brings_the_entry_and_the_other_way_round(walk: Open) -> None:
    page = walk(HUNDRED)
    page.locator(".band-plot").focus()
    page.keyboard.press("End")
    page.keyboard.press(" ")
    chosen = page.locator("article[data-chosen]")
    expect(chosen).to_be_in_viewport()
    assert chosen.locator(".headline").inner_text() in active(page)
    assert page.evaluate("document.activeElement.matches('.band-plot')")
    for _ in range(4):
        moved(page, page.locator("[data-act=nearer]").click)
    page.evaluate("scrollTo(0, 0)")
    moved(page, page.locator("article summary").first.focus)


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}])
def test_axe_finds_nothing(walk: Open, options: dict[str, object]) -> None:
    page = walk(TEN_THOUSAND, bypass_csp=True, **options)
    page.locator(".band-help summary").click()
    page.locator(".band-plot").focus()
    page.keyboard.press("ArrowRight")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
