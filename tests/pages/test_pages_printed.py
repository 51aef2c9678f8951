"""On paper a page shows what the screen keeps closed, black on white."""

from __future__ import annotations

import pytest
from colours import contrasts
from visiting import TEXTS, address, file, visit
from windows import Open

assert file
assert address
assert visit

pytestmark = pytest.mark.browser


def test_print_shows_what_the_screen_keeps_closed(visit: Open) -> None:
    page = visit("/timelines/harbour-tunnel")
    assert not page.locator(".why .notation").first.is_visible()
    page.emulate_media(media="print")
    heights = page.evaluate(
        "[...document.querySelectorAll('.why .notation, .source')].map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) > 10
    ground, text = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert (ground, text) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


def test_print_of_a_dark_screen_is_black_on_white(visit: Open) -> None:
    page = visit("/timelines/harbour-tunnel", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert min(contrasts(page, TEXTS)) >= 4.5
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
