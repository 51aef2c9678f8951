"""Filters applied in place, and news told without moving what is being read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from harbour import EVENTS, entry
from playwright.sync_api import Browser, Page, expect
from valley import TEN_THOUSAND, counted, moved, place
from windows import Open

from timeline.store import Store

pytestmark = pytest.mark.browser
DENIED = "input[name=status][value=denied]"


def number(page: Page) -> int:
    found = page.locator("#found strong").inner_text()
    return int(re.sub(r"\D", "", found))


def test_a_filter_applies_without_loading_the_page_and_back_leads_back(walk: Open) -> None:
    """In the list, in the band and in the address, which another browser opens as it stands."""
    page = walk(TEN_THOUSAND)
    page.evaluate("() => (window.mine = true)")
    all_of_them = number(page)
    moved(page, page.locator(DENIED).check)
    expect(page).to_have_url(re.compile(r"/timelines/valley\?status=denied$"))
    page.locator("#results:not([aria-busy])").wait_for()
    denied = number(page)
    assert denied == counted(page) < all_of_them / 10
    assert set(page.locator("article").evaluate_all("all => all.map(one => one.dataset.status)")) == {"denied"}
    moved(page, page.go_back)
    page.locator("#results:not([aria-busy])").wait_for()
    assert number(page) == all_of_them
    assert not page.locator(DENIED).is_checked()
    assert page.evaluate("() => window.mine")
    shared = walk(f"{TEN_THOUSAND}?status=denied")
    assert number(shared) == denied == counted(shared)


def test_what_is_typed_is_looked_for_and_nothing_found_says_what_to_do(walk: Open) -> None:
    page = walk(TEN_THOUSAND)
    moved(page, lambda: page.locator("#field-q").fill("school"))
    page.locator("#results:not([aria-busy])").wait_for()
    assert 100 < number(page) == counted(page) < 5_000
    page.locator("#field-q").fill("nobodywrotethis")
    expect(page.locator("#empty")).to_be_visible()
    expect(place(page)).to_have_text(re.compile("^0 events"))
    page.get_by_role("link", name="see the whole chronology").click()
    page.locator("article").first.wait_for()
    assert page.locator("#field-q").input_value() == ""


def test_news_is_told_and_shown_when_asked_for(chromium: Browser, address: str, store: Store) -> None:
    store.replace(entry())
    page = chromium.new_page()
    page.goto(f"{address}/timelines/harbour-tunnel")
    expect(place(page)).to_have_text(re.compile("^10 events"))
    entries = page.locator("article")
    expect(entries).to_have_count(10)
    top = entries.nth(3).bounding_box()
    news = replace(EVENTS[3], id="f" * 32, headline="A third pump was brought in", sources=EVENTS[6].sources)
    first = entry()
    store.replace(replace(first, received=first.received + timedelta(hours=1), events=(*EVENTS, news)))
    expect(page.locator(".fresh")).to_contain_text("1 new or changed event:", timeout=15_000)
    expect(place(page)).to_have_text(re.compile("^11 events"))
    expect(entries).to_have_count(10)
    assert entries.nth(3).bounding_box() == top
    page.locator(".fresh button").click()
    expect(entries).to_have_count(11)
    expect(page.locator("article[data-fresh] .headline", has_text="third pump")).to_be_visible()
    expect(page.locator(".fresh")).to_be_empty()
    page.close()
