"""One page in a browser just started: when its first event shows, how it moves, and what it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

from measure.charts import moving
from measure.charts.browser import Started, started
from measure.places import Document, Unmeasured

OPENING, LIMIT = 20.0, 4.0
_FIRST = """selector => {
    const look = () => {
        const found = document.querySelector(selector);
        if (!found || !found.getClientRects().length) return requestAnimationFrame(look);
        requestAnimationFrame(() => (window.firstEvent = performance.now() / 1000));
    };
    look();
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


def measured(subject: Subject, address: str, figures: Collection[str]) -> Document:
    """The figures that were asked for. One that could not be had is missing; ``late`` names what took too long.

    Raises `Unmeasured` without a browser.
    """
    with started() as browser:
        page = browser.browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(OPENING * 1000)
        page.add_init_script(f"({_FIRST})({subject.event!r})")
        renderers = browser.renderers()
        found: Document = {}
        for name, measure in _measures(subject, page, browser, address).items():
            if name in figures and not browser.late:
                with suppress(BrowserError), browser.in_time(name, limit(name), renderers):
                    found[name] = measure()
        return found | {"late": browser.late}


def limit(figure: str) -> float:
    """Seconds that this may take."""
    return OPENING if figure == "first event" else LIMIT


def _measures(subject: Subject, page: Page, browser: Started, address: str) -> dict[str, Callable[[], float]]:
    return {
        "first event": lambda: _opened(page, address),
        "elements": lambda: float(page.evaluate("() => document.getElementsByTagName('*').length")),
        "memory": browser.memory,
        "wheel": lambda: moving.frames(page, lambda: moving.wheel(page, subject.plot)),
        "drag": lambda: moving.frames(page, lambda: moving.drag(page, subject.plot)),
        "zoom": lambda: moving.frames(page, lambda: moving.zoom(page, subject.nearer, subject.farther)),
        "filter": lambda: float(page.evaluate(_TIMED.replace("ACT", subject.filter))),
        "clear": lambda: float(page.evaluate(_TIMED.replace("ACT", subject.clear))),
    }


def _opened(page: Page, address: str) -> float:
    answer = page.goto(address, wait_until="commit")
    if answer is not None and not answer.ok:
        raise Unmeasured(f"{address} was answered with {answer.status}: {page.inner_text('main')[:300]}")
    page.wait_for_load_state("networkidle")
    began = time.monotonic()
    while time.monotonic() - began < OPENING:
        if (first := page.evaluate("() => window.firstEvent ?? null")) is not None:
            return float(first)
        time.sleep(0.05)
    raise BrowserError(f"no event within {OPENING:g} s")
