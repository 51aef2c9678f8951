"""Every event of a selection without a script and on paper, N of N: in pages of a few hundred that say which."""

from __future__ import annotations

import json
import re
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient
from harbour import EVENTS, entry
from playwright.sync_api import Browser, expect
from seen import page
from valley import TEN_THOUSAND
from windows import Open

from timeline.model import Topic
from timeline.store import Store

SHEET = 300
ROW = re.compile(r'<article class="event[^>]* id="e-(\w+)"')
NUMBERS = re.compile(r"Events ([\d,]+)–([\d,]+) of ([\d,]+)")
NEXT = re.compile(r'<a rel="next" href="([^"]+)"')


@pytest.fixture(scope="session")
def number(valley: str) -> int:
    """Of the events of the large topic, of which a few reports come together."""
    with urlopen(f"{valley}/api/v1{TEN_THOUSAND}?limit=1") as answer:
        found = int(json.load(answer)["count"])
    assert 9_900 < found <= 10_000
    return found


def test_ten_thousand_events_are_walked_through_each_of_them_once(valley: str, number: int) -> None:
    """As the server sends them, from the link on the first page on."""
    first = urlopen(valley + TEN_THOUSAND).read().decode()
    link = rf'<p class="sheets"><a href="[^"]*?(/timelines/[^"]+)">All {number:,} in pages of 300, to print'
    [path] = re.findall(link, first)
    told: list[str] = []
    while path:
        sheet = urlopen(valley + path).read().decode()
        [(begin, end, of)] = NUMBERS.findall(sheet)
        assert (begin, of) == (f"{len(told) + 1:,}", f"{number:,}")
        told += ROW.findall(sheet)
        assert end == f"{len(told):,}"
        [path] = [each.replace("&amp;", "&") for each in NEXT.findall(sheet)] or [""]
    assert len(told) == len(set(told)) == number


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_pages_of_the_past_say_which_they_are(store: Store, client: FlaskClient, order: str) -> None:
    store.replace(entry(EVENTS[:9]))
    known = store.timeline("harbour-tunnel")
    assert known is not None
    store.replace(entry(EVENTS[9:], Topic("harbour-tunnel", "Harbour tunnel"), "b" * 32))
    path, said = f"/timelines/harbour-tunnel?limit=4&as_of={known.as_of:%Y-%m-%dT%H:%M:%S.%fZ}&order={order}", []
    path = client.get(path).headers.get("Location", path)
    while path:
        found = page(client, path)
        said.append(found.xpath("string(//*[@id='found']//strong)"))
        path = next(iter(found.xpath("//a[@rel='next']/@href")), None)
    assert said == ["Events 1–4 of 9", "Events 5–8 of 9", "Events 9 of 9"]


@pytest.mark.browser
def test_what_is_printed_from_the_screen_is_a_whole_page_of_them(walk: Open, number: int) -> None:
    """It begins with what is being read, and says where all others are; afterwards the screen is as it was."""
    screen = walk(TEN_THOUSAND)
    screen.evaluate("""() => addEventListener("beforeprint", () => {
        window.printed = {
            entries: document.querySelectorAll("article").length,
            said: document.querySelector("#found strong").textContent,
            days: [...document.querySelectorAll("article")].map(one => one.dataset.earliest.slice(0, 10)),
        };
    })""")
    screen.pdf()
    printed = screen.evaluate("window.printed")
    assert (printed["entries"], printed["said"]) == (SHEET, f"Events 1–300 of {number:,}")
    assert screen.evaluate("document.getElementsByTagName('*').length") < 3_000
    screen.locator("#band-day").fill("2020-03-01")
    screen.locator(".band-jump button").click()
    screen.locator("article[data-earliest^='2020-03']").first.wait_for()
    reading = screen.locator("article[data-chosen]").first
    expect(reading).to_be_in_viewport()
    screen.pdf()
    printed = screen.evaluate("window.printed")
    begin, end, of = (int(each.replace(",", "")) for each in NUMBERS.findall(printed["said"])[0])
    assert (printed["entries"], end - begin + 1, of) == (SHEET, SHEET, number)
    assert "2020-02-25" < printed["days"][0] <= "2020-03-02"
    expect(reading).to_be_in_viewport()


@pytest.mark.browser
def test_a_sheet_stays_whole_where_scripts_run(walk: Open, number: int) -> None:
    """So that the browser's own search and its print find all that the page counts."""
    screen = walk(f"{TEN_THOUSAND}?limit={SHEET}")
    screen.mouse.move(640, 700)
    screen.mouse.wheel(0, 30_000)
    screen.wait_for_function("() => scrollY > 5000")
    assert screen.locator("article:visible").count() == SHEET
    assert screen.locator("#found strong").inner_text() == f"Events 1–300 of {number:,}"
    expect(screen.locator(".paging a[rel=next]")).to_be_visible()


@pytest.mark.browser
def test_paper_has_the_numbers_and_the_way_to_the_rest(chromium: Browser, valley: str, number: int) -> None:
    """Without a script, too."""
    context = chromium.new_context(java_script_enabled=False)
    screen = context.new_page()
    screen.goto(f"{valley}{TEN_THOUSAND}?limit={SHEET}")
    screen.emulate_media(media="print")
    assert screen.locator("article:visible").count() == SHEET
    expect(screen.locator("#found")).to_contain_text(f"Events 1–300 of {number:,}")
    expect(screen.locator(".sheets a")).to_be_visible()
    expect(screen.locator(".paging")).to_be_hidden()
    context.close()
