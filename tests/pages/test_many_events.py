"""A page of ten thousand events: what it holds of them, and that it stays in place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from valley import (
    HUNDRED,
    MOST_ELEMENTS,
    TEN_THOUSAND,
    counted,
    middle,
    moved,
    place,
)
from windows import Open

pytestmark = pytest.mark.browser


def test_ten_thousand_events_take_few_elements(walk: Open) -> None:
    """Counted after a walk through list and band as well."""
    page = walk(TEN_THOUSAND)
    assert counted(page) > 9_900
    for _ in range(3):
        assert page.evaluate("document.getElementsByTagName('*').length") <= MOST_ELEMENTS
        page.mouse.move(*middle(page))
        page.mouse.wheel(0, 20_000)
        page.wait_for_function("() => document.documentElement.scrollTop > 500")
        moved(page, page.locator("[data-act=nearer]").click)
    assert page.locator("article").count() >= 5


def test_a_day_of_ten_thousand_events_is_jumped_to(walk: Open) -> None:
    """In the band and in the list, from where the list goes on both ways."""
    page = walk(TEN_THOUSAND)
    page.locator("[data-act=nearer]").click()
    page.locator("#band-day").fill("2022-05-10")
    moved(page, lambda: page.locator(".band-jump button").click())
    page.locator("article[data-earliest^='2022-05']").first.wait_for()
    page.mouse.move(640, 700)
    for way in (-1, 1):
        page.mouse.wheel(0, 2_000 * way)
        page.wait_for_function(
            """([way]) => [...document.querySelectorAll("article")]
                .some(({dataset}) => way < 0 ? dataset.earliest < "2022-05-10" : dataset.earliest > "2022-05-12")""",
            arg=[way],
        )


def test_what_is_read_stays_where_it_is_while_entries_come_and_go(walk: Open) -> None:
    page = walk(TEN_THOUSAND)
    page.locator("#band-day").fill("2020-03-01")
    page.locator(".band-jump button").click()
    page.locator("article[data-earliest^='2020-03']").first.wait_for()
    page.evaluate("""() => {
        window.jumps = [];
        let [entry, top] = [null, 0];
        const watch = () => {
            if (entry?.isConnected) {
                const now = entry.getBoundingClientRect().top;
                if (Math.abs(now - top) > 2 && !window.rolling) window.jumps.push(now - top);
            }
            entry = [...document.querySelectorAll("article")].find(each => each.getBoundingClientRect().top > 250);
            top = entry?.getBoundingClientRect().top;
            window.rolling = false;
            requestAnimationFrame(watch);
        };
        addEventListener("wheel", () => (window.rolling = true));
        addEventListener("scroll", () => (window.rolling = true));
        watch();
    }""")
    page.mouse.move(640, 700)
    seen = set()
    for way in (1, -1):
        for _ in range(12):
            page.mouse.wheel(0, 900 * way)
            page.wait_for_timeout(60)
            seen |= set(page.evaluate("[...document.querySelectorAll('article')].map(each => each.id)"))
    assert len(seen) > 45
    assert page.evaluate("window.jumps") == []
    assert page.evaluate("document.getElementsByTagName('*').length") <= MOST_ELEMENTS


def test_nothing_shifts_while_the_page_comes_up(walk: Open, valley: str) -> None:
    for viewport in ({"width": 1280, "height": 900}, {"width": 375, "height": 740}):
        page = walk(HUNDRED, viewport=viewport)
        page.add_init_script("""
            window.shift = 0;
            new PerformanceObserver(seen => seen.getEntries().forEach(one => (window.shift += one.value)))
                .observe({type: "layout-shift", buffered: true});
        """)
        page.goto(valley + TEN_THOUSAND)
        expect(place(page)).to_have_text(re.compile("events"))
        assert page.evaluate("window.shift") < 0.01


def test_scripts_and_styles_are_light() -> None:
    """All together as they go over the wire compressed."""
    import gzip

    static = Path(__file__).resolve().parents[2] / "api" / "static"
    files = [file for file in static.rglob("*") if file.suffix in (".js", ".css")]
    assert len(files) > 10
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 60_000
