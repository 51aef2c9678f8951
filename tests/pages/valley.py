"""What is seen and done on the pages of made-up topics, of ten thousand events and of a hundred."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import CDPSession, Locator, Page, expect

TEN_THOUSAND, HUNDRED = "/timelines/valley", "/timelines/hamlet"
MOST_ELEMENTS = 3_000


def place(page: Page) -> Locator:
    """The line that says where one is."""
    return page.locator(".band-place")


def counted(page: Page) -> int:
    return int(re.match(r"[\d,]+", place(page).inner_text())[0].replace(",", ""))  # type: ignore[index]


def middle(page: Page, x: float = 0.5, y: float = 0.3) -> tuple[float, float]:
    box = page.locator(".band-plot").bounding_box()
    assert box is not None
    return box["x"] + box["width"] * x, box["y"] + box["height"] * y


def moved(page: Page, act: Callable[[], object]) -> None:
    """Acts, and waits until the line says something else."""
    before = place(page).inner_text()
    act()
    expect(place(page)).not_to_have_text(before)


def active(page: Page) -> str:
    """What a reader of the screen tells of the band."""
    option = page.locator(".band-plot").get_attribute("aria-activedescendant")
    return page.locator(f"#{option}").text_content() or ""


def drawn(page: Page) -> bytes:
    return page.locator(".band-plot canvas").screenshot()


def first_day(page: Page) -> tuple[int, ...]:
    """The first day that the line names, as year, month and day."""
    return tuple(
        page.evaluate(
            """text => {
                const [, first, last] = /between (.*) and (.*)/.exec(text);
                const whole = first.split(" ").concat(last.split(" ").slice(first.split(" ").length)).join(" ");
                const day = new Date(whole);
                return [day.getFullYear(), day.getMonth(), day.getDate()];
            }""",
            place(page).inner_text(),
        )
    )


def touched(session: CDPSession, steps: list[list[tuple[float, float]]]) -> None:
    """Fingers set down at the places of the first step, moved through the others and lifted."""
    for kind, step in zip(["touchStart", *["touchMove"] * len(steps)], [steps[0], *steps[1:]], strict=False):
        points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(step)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def expect_drawn_otherwise(page: Page, before: bytes) -> None:
    for _ in range(50):
        if drawn(page) != before:
            return
        page.wait_for_timeout(20)
    raise AssertionError("the picture stayed as it was")
