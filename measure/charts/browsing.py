"""One page in a browser just started: when its first event shows, how it moves, and what it takes."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL
from threading import Timer

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from measure.places import Document, Unmeasured

LIMIT = 60.0
"""Seconds that any one thing may take."""
_SECONDS = 2.0
_STEPS = 40
_FIRST = """selector => {
    const look = () => {
        const found = document.querySelector(selector);
        if (!found || !found.getClientRects().length) return requestAnimationFrame(look);
        requestAnimationFrame(() => (window.firstEvent = performance.now() / 1000));
    };
    look();
}"""
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
_TIMED = """() => new Promise((resolve, reject) => {
    const began = performance.now();
    const shown = () => resolve((performance.now() - began) / 1000);
    Promise.resolve(ACT).then(() => requestAnimationFrame(() => requestAnimationFrame(shown)), reject);
})"""


@dataclass(frozen=True, slots=True)
class Subject:
    """How a page is worked: CSS of its first event and of what one drags, and scripts for the rest."""

    name: str
    event: str
    plot: str
    filter: str
    clear: str
    nearer: str
    farther: str


def measured(subject: Subject, address: str) -> Document:
    """Raises `Unmeasured` without a browser. A figure that could not be had in time is missing."""
    with _browser() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(LIMIT * 1000)
        page.add_init_script(f"({_FIRST})({subject.event!r})")
        renderers = _renderers(browser)
        found: Document = {}
        for name, measure in _measures(subject, page, browser, address).items():
            with suppress(BrowserError), _in_time(renderers):
                found[name] = measure()
        return found


@contextmanager
def _in_time(renderers: list[int]) -> Iterator[None]:
    """A page that does not answer any more is ended; what is asked of it then fails."""
    late = Timer(LIMIT, _end, (renderers,))
    late.start()
    try:
        yield
    finally:
        late.cancel()


def _end(processes: list[int]) -> None:
    for each in processes:
        with suppress(ProcessLookupError):
            os.kill(each, SIGKILL)


def _renderers(browser: Browser) -> list[int]:
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return [each["id"] for each in processes if each["type"] == "renderer"]


def _measures(subject: Subject, page: Page, browser: Browser, address: str) -> dict[str, Callable[[], float]]:
    return {
        "first event": lambda: _opened(page, address),
        "elements": lambda: float(page.evaluate("() => document.getElementsByTagName('*').length")),
        "memory": lambda: _memory(browser),
        "wheel": lambda: _rate(page, lambda: _wheel(page, subject.plot)),
        "drag": lambda: _rate(page, lambda: _drag(page, subject.plot)),
        "zoom": lambda: _rate(page, lambda: _zoom(page, subject)),
        "filter": lambda: float(page.evaluate(_TIMED.replace("ACT", subject.filter))),
        "clear": lambda: float(page.evaluate(_TIMED.replace("ACT", subject.clear))),
    }


def _opened(page: Page, address: str) -> float:
    page.goto(address, wait_until="commit")
    page.wait_for_load_state("networkidle")
    began = time.monotonic()
    while time.monotonic() - began < LIMIT:
        if (first := page.evaluate("() => window.firstEvent ?? null")) is not None:
            return float(first)
        time.sleep(0.05)
    raise BrowserError(f"no event within {LIMIT:g} s")


def _rate(page: Page, gesture: Callable[[], None]) -> float:
    page.evaluate(_COUNT)
    gesture()
    return float(page.evaluate(_RATE))


def _place(page: Page, plot: str) -> tuple[float, float]:
    box = page.locator(plot).first.bounding_box()
    if box is None:
        raise BrowserError(f"{plot} is not to be seen")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 3


def _steps() -> Iterator[int]:
    """At most so many as fit into the time, evenly."""
    began = time.monotonic()
    for step in range(_STEPS):
        if time.monotonic() - began > 5 * _SECONDS:
            return
        yield step
        time.sleep(_SECONDS / _STEPS)


def _wheel(page: Page, plot: str) -> None:
    page.mouse.move(*_place(page, plot))
    page.keyboard.down("Control")
    for step in _steps():
        page.mouse.wheel(0, -60 if step < _STEPS / 2 else 60)
    page.keyboard.up("Control")


def _drag(page: Page, plot: str) -> None:
    x, y = _place(page, plot)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in _steps():
        page.mouse.move(x + (step % 20) * 10, y)
    page.mouse.up()


def _zoom(page: Page, subject: Subject) -> None:
    for step in _steps():
        if step % 5 == 0:
            page.evaluate(f"() => {{ {subject.nearer if step < _STEPS / 2 else subject.farther} }}")


def _memory(browser: Browser) -> float:
    """MiB that the largest renderer has resident."""
    time.sleep(1)
    return max(map(_resident, _renderers(browser)))


def _resident(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


@contextmanager
def _browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        raise Unmeasured("needs Chromium")
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options)
        try:
            yield browser
        finally:
            browser.close()
