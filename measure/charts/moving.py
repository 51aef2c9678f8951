"""A page worked as by hand, and how many frames it paints meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

_STEPS, _SECONDS, _MOST = 25, 1.0, 2.0
"""A gesture: so many steps in so many seconds; a page that is slower gets no more of them after the last."""
_COUNT = """() => {
    const count = { frames: 0, began: performance.now() };
    const frame = () => { count.frames++; window.counting = requestAnimationFrame(frame); };
    frame();
    window.counted = count;
}"""
_RATE = """() => {
    cancelAnimationFrame(window.counting);
    return window.counted.frames / (performance.now() - window.counted.began) * 1000;
}"""


def frames(page: Page, gesture: Callable[[], None]) -> float:
    """A second, while the gesture lasts."""
    page.evaluate(_COUNT)
    gesture()
    return float(page.evaluate(_RATE))


def wheel(page: Page, plot: str) -> None:
    """Nearer, then farther again, over the middle of what CSS names."""
    page.mouse.move(*_place(page, plot))
    page.keyboard.down("Control")
    for step in _steps():
        page.mouse.wheel(0, -60 if step < _STEPS / 2 else 60)
    page.keyboard.up("Control")


def drag(page: Page, plot: str) -> None:
    x, y = _place(page, plot)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in _steps():
        page.mouse.move(x + (step % 20) * 10, y)
    page.mouse.up()


def zoom(page: Page, nearer: str, farther: str) -> None:
    """By the page's own means, two scripts."""
    for step in _steps():
        if step % 5 == 0:
            page.evaluate(f"() => {{ {nearer if step < _STEPS / 2 else farther} }}")


def _place(page: Page, plot: str) -> tuple[float, float]:
    box = page.locator(plot).first.bounding_box()
    if box is None:
        raise BrowserError(f"{plot} is not to be seen")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 3


def _steps() -> Iterator[int]:
    began = time.monotonic()
    for step in range(_STEPS):
        if time.monotonic() - began > _MOST:
            return
        yield step
        time.sleep(_SECONDS / _STEPS)
