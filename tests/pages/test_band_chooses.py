"""What is chosen on the time line is shown in the list, and what is read in the list on the time line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from valley import HUNDRED, active, counted, first_day, middle, moved, place, touched
from windows import Open

pytestmark = pytest.mark.browser


def spot(page: Page) -> tuple[float, float]:
    """Where an event stands that has been stepped to."""
    page.locator(".band-plot").focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    box = page.locator(".band-option.shown:not([hidden])").bounding_box()
    assert box is not None
    return box["x"] + 6, box["y"] + box["height"] / 2


def reached(page: Page, right: Callable[[tuple[int, ...]], bool]) -> None:
    """Waits until the time line begins on a day like that."""
    for _ in range(100):
        if right(first_day(page)):
            return
        page.wait_for_timeout(50)
    raise AssertionError(place(page).inner_text())


def test_a_click_on_an_event_brings_its_entry(walk: Open) -> None:
    page = walk(HUNDRED)
    x, y = spot(page)
    told = active(page)
    page.keyboard.press("Escape")
    page.mouse.move(x, y)
    expect(page.locator(".band-tip strong")).to_be_visible()
    assert page.locator(".band-tip strong").inner_text() in told
    page.mouse.click(x, y)
    chosen = page.locator("article[data-chosen]")
    expect(chosen).to_be_in_viewport()
    assert chosen.locator(".headline").inner_text() in told


def test_a_tap_on_an_event_brings_its_entry(walk: Open) -> None:
    page = walk(HUNDRED, viewport={"width": 375, "height": 740}, has_touch=True, is_mobile=True)
    page.locator(".band-plot").scroll_into_view_if_needed()
    x, y = spot(page)
    told = active(page)
    page.touchscreen.tap(x, y)
    chosen = page.locator("article[data-chosen]")
    expect(chosen).to_be_in_viewport()
    assert chosen.locator(".headline").inner_text() in told


def test_pages_and_a_day_are_gone_to_by_keyboard_button_and_finger(walk: Open) -> None:
    page = walk(HUNDRED, has_touch=True)
    for _ in range(3):
        moved(page, page.locator("[data-act=nearer]").click)
    start = first_day(page)
    moved(page, lambda: page.locator(".band-plot").press("PageDown"))
    assert first_day(page) > start
    moved(page, page.locator("[data-act=earlier]").tap)
    moved(page, page.locator("[data-act=later]").click)
    page.locator("#band-day").fill("2019-05-10")
    moved(page, lambda: page.locator("#band-day").press("Enter"))
    assert first_day(page) < (2019, 4, 10)
    expect(page.locator("article[data-chosen]")).to_be_in_viewport()
    page.locator("#band-day").fill("2023-05-10")
    moved(page, page.locator(".band-jump button").tap)
    assert first_day(page) > (2021, 1, 1)


def test_reading_on_in_the_list_moves_the_time_line_along(walk: Open) -> None:
    page = walk(HUNDRED)
    for _ in range(3):
        moved(page, page.locator("[data-act=nearer]").click)
    moved(page, page.locator("article").nth(2).scroll_into_view_if_needed)
    start = first_day(page)
    page.locator("article").last.scroll_into_view_if_needed()
    reached(page, lambda day: day > start)


def test_fingers_one_above_the_other_go_nearer_too(walk: Open) -> None:
    page = walk(HUNDRED, viewport={"width": 375, "height": 740}, has_touch=True, is_mobile=True)
    page.locator(".band-plot").scroll_into_view_if_needed()
    session = page.context.new_cdp_session(page)
    (x, y), before = middle(page), counted(page)
    steps = [[(x, y - 5), (x + 30, y + 5)], [(x, y - 20), (x + 60, y + 40)], [(x, y - 40), (x + 120, y + 60)]]
    moved(page, lambda: touched(session, steps))
    assert counted(page) < before


def test_letters_of_the_page_and_the_time_line_grow_together(walk: Open) -> None:
    """Where the window is wide, or somebody has set larger type, a press still meets what is seen there."""
    page = walk(HUNDRED, viewport={"width": 3840, "height": 2000})
    x, y = spot(page)
    told = active(page)
    box = page.locator(".band-option.shown:not([hidden])").bounding_box()
    assert box is not None
    assert box["height"] > 20
    page.mouse.click(x, y)
    expect(page.locator("article[data-chosen]")).to_be_in_viewport()
    assert page.locator("article[data-chosen] .headline").inner_text() in told
    assert "between" in place(page).inner_text()
