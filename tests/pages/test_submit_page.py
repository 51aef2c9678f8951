"""Handing in by a form, on a real server with its worker: what becomes of it, and that no other site can."""

from __future__ import annotations

from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser
from processes import HANGING
from programs import Server

STORY = "Ferry strike called off\n20 September 2024, 17:01\nFerry crews called off their strike last night. {}"


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.usefixtures("worker")
def test_a_person_hands_in_an_article_and_sees_its_events_by_keyboard_alone(
    chromium: Browser, server: Server, script: bool
) -> None:
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{server.url}/submit")
    page.locator("#field-text").focus()
    page.keyboard.insert_text(STORY.format(f"Talks resume on Monday, {script}."))
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("Ferries by form")
    page.keyboard.press("Enter")
    page.wait_for_selector("#tells", timeout=30_000)
    assert "/articles/" in page.url
    assert "Ferry crews called off their strike" in page.locator(".tells").inner_text()
    page.locator(".filed a").click()
    assert page.url.endswith("/timelines/ferries-by-form")
    context.close()


def posted(server: Server, fields: dict[str, str], **headers: str) -> tuple[int, str, str]:
    """Status, location and body of the form's answer to a browser."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=HANGING)
    sent = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("POST", "/submit", urlencode(fields).encode(), sent)
    answer = connection.getresponse()
    told = answer.status, answer.headers.get("Location", ""), answer.read().decode()
    connection.close()
    return told


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "{here}", "Sec_Fetch_Site": "cross-site"},
        {"Origin": "{here}", "Sec_Fetch_Site": "same-site"},
        {"Origin": "http://rebound.example", "Host": "rebound.example"},
    ],
)
def test_no_other_site_hands_in_through_a_visitor(server: Server, headers: dict[str, str]) -> None:
    sent = {name: value.format(here=server.url) for name, value in headers.items()}
    status, location, body = posted(server, {"text": STORY.format("No."), "topic": "Forged"}, **sent)
    assert (status in (401, 403), location) == (True, "")
    assert "STORY" not in body


def test_a_fault_stands_at_its_field_beside_what_was_written(server: Server) -> None:
    fields = {"text": "No date in it.", "topic": "<b>Ferries</b>", "published": "some day"}
    status, _, body = posted(server, fields, Origin=server.url)
    assert status == 422
    assert 'aria-describedby="fault-published hint-published"' in body
    assert "No date in it." in body
    assert "&lt;b&gt;Ferries&lt;/b&gt;" in body
    assert "<b>Ferries" not in body


def test_a_token_stands_in_a_field_and_is_never_shown_again(server: Server) -> None:
    status, _, body = posted(server, {"text": "x", "topic": "y", "token": "dateline_wrong"}, Origin=server.url)
    assert status == 401
    assert "dateline_wrong" not in body
    assert 'id="fault-token"' in body


def test_the_form_lets_a_browser_say_where_it_comes_from(server: Server) -> None:
    answer = server.call("GET", "/submit")
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
