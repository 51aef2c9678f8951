"""Narrowing a chronology: by a form that works without a script, all of it in the address."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from harbour import EVENTS, entry
from harbour_records import GAZETTE
from lxml.html import HtmlElement
from playwright.sync_api import Browser, expect
from seen import page, texts

from timeline.store import Store

PATH = "/timelines/harbour-tunnel"


@pytest.fixture(autouse=True)
def filled(store: Store) -> None:
    store.replace(entry())


def field(found: HtmlElement, name: str) -> HtmlElement:
    (element,) = found.xpath(f"//*[@id='field-{name}']")
    return element


def test_the_form_holds_what_was_asked_and_each_part_can_be_left_out(client: FlaskClient) -> None:
    found = page(client, f"{PATH}?from=2024-12-02&to=2024-12-30")
    assert texts(found, ".headline") == [EVENTS[4].headline, EVENTS[8].headline]
    assert (field(found, "from").get("value"), field(found, "to").get("value")) == ("2024-12-02", "2024-12-30")
    assert "Events 1–2 of 2" in texts(found, ".found")[0]
    without = [each.get("href") for each in found.xpath("//a[@class='filter']")]
    assert without == [f"{PATH}?to=2024-12-30", f"{PATH}?from=2024-12-02"]


def test_what_a_form_leaves_empty_is_not_in_the_address(client: FlaskClient) -> None:
    answer = client.get(f"{PATH}?from=2024-12-02&to=&order=asc")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{PATH}?from=2024-12-02")


@pytest.mark.parametrize("name", ["slug", "endpoint", "_external", "_method", "_anchor", "values"])
def test_parameters_of_any_name_are_tidied_and_then_told_to_be_unknown(client: FlaskClient, name: str) -> None:
    answer = client.get(f"{PATH}?q=&{name}=x")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{PATH}?{name}=x")
    assert client.get(answer.headers["Location"]).status_code == 400


def test_the_last_can_come_first(client: FlaskClient) -> None:
    found = page(client, f"{PATH}?order=desc")
    assert texts(found, ".headline") == [event.headline for event in EVENTS[::-1]]
    assert texts(found, ".turn") == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("status=denied&status=ongoing", [4, 5]),
        ("q=pump", [3]),
        ("q=PUMP+failed", [3]),
        (f"source={GAZETTE.article}&q=portal", [4]),
        ("granularity=week", [1, 6]),
        ("status=scheduled&from=2024-12-01&order=desc", [8]),
        ("min_importance=0", list(range(10))),
    ],
)
def test_each_filter_is_in_the_address_and_in_the_form(client: FlaskClient, query: str, told: list[int]) -> None:
    found = page(client, f"{PATH}?{query}")
    assert texts(found, ".headline") == [EVENTS[index].headline for index in told]
    again = {element.get("value") for element in found.xpath("//input[@checked or @type='hidden' or @id='field-q']")}
    assert {part.partition("=")[2] for part in query.split("&") if part[:6] in ("status", "granul")} <= again


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_person_finds_by_keyboard_alone(chromium: Browser, address: str, script: bool) -> None:
    context = chromium.new_context(java_script_enabled=script)
    screen = context.new_page()
    screen.goto(address + PATH)
    screen.locator("#field-q").focus()
    screen.keyboard.type("tunnel")
    for _ in range(6):
        screen.keyboard.press("Tab")
    screen.keyboard.press("Space")
    screen.keyboard.press("Enter")
    screen.wait_for_url(f"**{PATH}?q=tunnel&status=denied")
    expect(screen.locator(".headline:visible")).to_have_text([EVENTS[5].headline])
    context.close()


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("q=%22", "q"),
        ("status=x", "status"),
        ("min_importance=7", "min_importance"),
        ("from=yesterday", "from"),
        ("from=2025-01-01&to=2024-01-01", "to"),
        ("order=up", "order"),
        ("as_of=x", "as_of"),
    ],
)
def test_a_wrong_parameter_is_told_at_its_field(client: FlaskClient, query: str, name: str) -> None:
    found = page(client, f"{PATH}?{query}", 400)
    for wrong in found.xpath(f"//*[@id='field-{name}']"):
        assert wrong.get("aria-invalid") == "true"
        assert f"fault-{name}" in wrong.get("aria-describedby")
    assert found.xpath(f"//*[@id='fault-{name}']/text()")
    assert f"#field-{name}" in found.xpath("//*[@role='alert']//a/@href")
    assert PATH in found.xpath("//main//a/@href")


@pytest.mark.parametrize("query", ["limit=0", "limit=many", "nosuch=1"])
def test_a_parameter_without_a_field_is_told_all_the_same(client: FlaskClient, query: str) -> None:
    found = page(client, f"{PATH}?{query}", 400)
    assert query.partition("=")[0] in found.xpath("string(//*[@role='alert'])")


def test_nothing_found_says_what_to_leave_out(client: FlaskClient) -> None:
    found = page(client, f"{PATH}?from=1950-01-01&to=1950-02-01")
    assert "No event is like that" in texts(found, "h2")
    assert {f"{PATH}?to=1950-02-01", f"{PATH}?from=1950-01-01", PATH} <= set(found.xpath("//section//a/@href"))


def test_every_event_of_a_selection_is_there_in_pages_that_say_which(client: FlaskClient) -> None:
    path, said, told = f"{PATH}?limit=4&from=2024-09-01", [], []
    while path:
        found = page(client, path)
        told += texts(found, ".headline")
        said.append(found.xpath("string(//*[@id='found']//strong)"))
        path = next(iter(found.xpath("//a[@rel='next']/@href")), None)
    assert told == [event.headline for event in EVENTS[1:]]
    assert said == ["Events 1–4 of 9", "Events 5–8 of 9", "Events 9 of 9"]


def test_the_selection_goes_along_to_other_formats_and_to_scripts(client: FlaskClient) -> None:
    found = page(client, f"{PATH}?from=2024-12-02")
    (band,) = found.xpath("//*[@id='band']")
    assert band.get("hidden") is not None
    for address in (*(band.get(f"data-{name}") for name in ("events", "density")), *found.xpath("//footer//a/@href")):
        assert address.endswith("?from=2024-12-02")
        assert client.get(address).status_code == 200
