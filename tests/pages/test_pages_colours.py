"""Pages can be read and their signs told apart, whatever colours there are."""

from __future__ import annotations

import pytest
from colours import contrasts
from playwright.sync_api import Page
from visiting import PATHS, TEXTS, address, canvas, file, visit
from windows import Open

assert file
assert address
assert canvas
assert visit

pytestmark = pytest.mark.browser


def test_the_shapes_of_the_statuses_differ_without_colour(visit: Open) -> None:
    """All in black and in the same place, no two of the shapes in the form look the same."""
    page = visit("/timelines/harbour-tunnel", bypass_csp=True)
    page.add_style_tag(
        content="""
        .shape { color: black !important; visibility: hidden }
        .sure .shape { position: fixed; inset: 8px auto auto 8px; background: white; z-index: 9 }
        .sure .shown { visibility: visible }
        """
    )
    seen = set()
    for shape in page.locator(".sure .shape").all():
        shape.evaluate("shape => shape.classList.add('shown')")
        seen.add(page.screenshot(clip={"x": 0, "y": 0, "width": 36, "height": 36}))
        shape.evaluate("shape => shape.classList.remove('shown')")
    assert len(seen) == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_all_text_has_enough_contrast(canvas: Page, address: str, path: str, scheme: str) -> None:
    canvas.set_viewport_size({"width": 1280, "height": 720})
    canvas.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    canvas.goto(address + path)
    for details in canvas.locator("summary:visible").all():
        details.click()
    ratios = contrasts(canvas, TEXTS)
    assert len(ratios) > 4
    assert min(ratios) >= 4.5


def test_dark_mode_is_dark(visit: Open) -> None:
    brightness = {}
    for scheme in ("light", "dark"):
        ground = visit("/", color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        brightness[scheme] = sum(map(int, ground.removeprefix("rgb(").removesuffix(")").split(",")))
    assert brightness["dark"] < 120
    assert brightness["light"] > 650
