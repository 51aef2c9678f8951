"""The time line above a chronology in a real browser: by mouse, wheel, drag and touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from valley import (
    HUNDRED,
    TEN_THOUSAND,
    counted,
    drawn,
    expect_drawn_otherwise,
    first_day,
    middle,
    moved,
    place,
    touched,
)
from windows import Open

pytestmark = pytest.mark.browser


def test_buttons_keys_and_wheel_go_nearer_and_farther(walk: Open) -> None:
    page = walk(TEN_THOUSAND)
    everything = place(page).inner_text()
    plot = page.locator(".band-plot")
    ways = (
        page.locator("[data-act=nearer]").click,
        lambda: (plot.focus(), page.keyboard.press("+")),
        lambda: (page.mouse.move(*middle(page)), page.keyboard.down("Control"), page.mouse.wheel(0, -300)),
    )
    counts = [counted(page)]
    for way in ways:
        moved(page, way)
        counts.append(counted(page))
    page.keyboard.up("Control")
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) == len(counts)
    plot.focus()
    moved(page, lambda: page.keyboard.press("-"))
    moved(page, lambda: page.keyboard.press("0"))
    expect(place(page)).to_have_text(everything)


def test_the_wheel_alone_scrolls_the_page_until_the_band_has_the_focus(walk: Open) -> None:
    page = walk(TEN_THOUSAND)
    before = place(page).inner_text()
    page.mouse.move(*middle(page))
    page.mouse.wheel(0, 120)
    page.wait_for_function("() => document.documentElement.scrollTop > 0")
    expect(page.locator(".band-tip")).to_contain_text("Hold Ctrl")
    assert place(page).inner_text() == before
    page.evaluate("scrollTo(0, 0)")
    page.locator(".band-plot").focus()
    page.mouse.move(*middle(page))
    moved(page, lambda: page.mouse.wheel(0, -300))
    assert page.evaluate("document.documentElement.scrollTop") == 0


def test_a_drag_and_the_strip_below_move_through_time(walk: Open) -> None:
    page = walk(TEN_THOUSAND)
    for _ in range(3):
        moved(page, page.locator("[data-act=nearer]").click)

    def drag() -> None:
        page.mouse.move(*middle(page, 0.3, 0.1))
        page.mouse.down()
        page.mouse.move(*middle(page, 0.7, 0.1), steps=5)
        page.mouse.up()

    start = first_day(page)
    moved(page, drag)
    assert first_day(page) < start
    moved(page, lambda: page.mouse.click(*middle(page, 0.9, 0.95)))
    assert first_day(page) > start


def test_two_fingers_go_nearer_and_one_moves(walk: Open) -> None:
    page = walk(TEN_THOUSAND, viewport={"width": 375, "height": 740}, has_touch=True, is_mobile=True)
    page.locator(".band-plot").scroll_into_view_if_needed()
    session = page.context.new_cdp_session(page)
    x, y = middle(page)
    before = counted(page)
    moved(page, lambda: touched(session, [[(x - far, y), (x + far, y)] for far in (20, 60, 120)]))
    assert counted(page) < before / 2
    assert page.evaluate("visualViewport.scale") == 1
    start = first_day(page)
    moved(page, lambda: touched(session, [[(x + off, y)] for off in (-100, 0, 100)]))
    assert first_day(page) < start


def test_dark_mode_draws_in_other_colours(walk: Open) -> None:
    light, dark = (walk(HUNDRED, color_scheme=scheme) for scheme in ("light", "dark"))
    assert drawn(light) != drawn(dark)
    before = drawn(light)
    light.emulate_media(color_scheme="dark")
    expect_drawn_otherwise(light, before)


def test_the_picture_is_as_fine_as_the_screen_and_as_each_it_is_moved_to(walk: Open) -> None:
    page = walk(HUNDRED, device_scale_factor=2)
    session = page.context.new_cdp_session(page)
    for ratio in (2, 3, 1, 2):
        size = {"width": 1280, "height": 720, "deviceScaleFactor": ratio, "mobile": False}
        session.send("Emulation.setDeviceMetricsOverride", size)  # of which Chromium tells the page nothing
        page.locator(".band-plot").press("0")
        page.wait_for_function(
            "ratio => (c => c.width === ratio * c.clientWidth)(document.querySelector('.band-plot canvas'))", arg=ratio
        )


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_a_move_is_one_jump_for_who_asked_for_less_motion_and_can_be_followed_by_others(walk: Open, wish: str) -> None:
    page = walk(HUNDRED, reduced_motion=wish)
    page.evaluate("""() => {
        const [kind, pictures] = [CanvasRenderingContext2D.prototype, new Set()];
        const clear = kind.clearRect;
        kind.clearRect = function (...box) {
            if (this.canvas.isConnected) pictures.add(this.canvas.toDataURL());
            clear.apply(this, box);
        };
        window.pictures = pictures;
    }""")
    for _ in range(3):
        moved(page, page.locator("[data-act=nearer]").click)
    page.wait_for_timeout(300)  # a move takes 180 ms; what is looked for is that nothing comes
    stops = page.evaluate("pictures.size")
    assert stops <= 4 if wish == "reduce" else stops > 6
