"""Whatever an article holds is text on the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from harbour import EVENTS, entry
from harbour_records import source
from hypothesis import given
from hypothesis import strategies as st
from seen import page, texts

from api.pages import text
from timeline.model import Event, Span, Topic
from timeline.store import Store

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</mark></blockquote><h1>Other",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp;amp;",
    "' onmouseover='alert(1)",
)


def hostile(words: str, url: str | None = None) -> Event:
    """An event all of whose words are these."""
    told = source(words, words, title=words, publisher=words, url=url)
    when = replace(EVENTS[3].when, text=words, anchor=words, explanation=words)
    return replace(EVENTS[3], headline=f"{words} once more", when=when, sources=(told,))


@pytest.mark.parametrize("words", ATTACKS)
def test_markup_in_any_field_is_shown_as_it_is(store: Store, client: FlaskClient, words: str) -> None:
    store.replace(entry((hostile(words),), Topic("harbour-tunnel", words)))
    found = page(client, "/timelines/harbour-tunnel")
    assert texts(found, "h1") == [words]
    assert texts(found, "blockquote") == texts(found, "cite") == texts(found, ".publisher") == [words]
    assert found.xpath("//script[not(@src)] | //@onerror | //@onmouseover") == []
    (picture,) = found.xpath("//img")
    assert picture.get("src").startswith("/timelines/harbour-tunnel/strip.svg")
    assert texts(page(client, "/"), "h2") == [words]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//elsewhere.example/",
        "http://",
        "http://[broken",
        "vbscript:x",
        "https://gazette.example/\u202egpj.exe",
    ],
)
def test_only_web_addresses_become_links(store: Store, client: FlaskClient, url: str) -> None:
    store.replace(entry((hostile("Words", url),)))
    found = page(client, "/timelines/harbour-tunnel")
    assert found.xpath("//cite/a") == []
    assert texts(found, ".address") != []


@pytest.mark.parametrize("url", ["https://gazette.example/a?b=c&d=<e>", "HTTP://GAZETTE.EXAMPLE/", "http://[::1]:80/x"])
def test_web_addresses_keep_every_character(store: Store, client: FlaskClient, url: str) -> None:
    store.replace(entry((hostile("Words", url),)))
    assert page(client, "/timelines/harbour-tunnel").xpath("//cite/a/@href") == [url]


def test_characters_that_turn_the_text_around_are_written_out(store: Store, client: FlaskClient) -> None:
    store.replace(entry((hostile("Paid \u202e001 \u2066x\u200f euros"),)))
    found = page(client, "/timelines/harbour-tunnel")
    assert texts(found, "blockquote") == ["Paid U+202E001 U+2066xU+200F euros"]
    assert not set("\u202e\u2066\u200f") & set(client.get("/timelines/harbour-tunnel").text)


def test_right_to_left_text_and_joiners_stay(store: Store, client: FlaskClient) -> None:
    words = "نیم‌فاصله שלום 👩‍🚒"
    store.replace(entry((hostile(words),)))
    assert texts(page(client, "/timelines/harbour-tunnel"), "blockquote") == [words]


@pytest.mark.parametrize("words", ["", " ", "\u200b\u200b", "\ufeff"])
def test_a_title_that_nobody_can_see_is_named_as_such(store: Store, client: FlaskClient, words: str) -> None:
    event = replace(EVENTS[3], headline=words, sources=(replace(EVENTS[3].sources[0], title=words),))
    store.replace(entry((event,), Topic("harbour-tunnel", words)))
    found = page(client, "/timelines/harbour-tunnel")
    for place in ("h1", ".headline", "cite"):
        assert texts(found, place) == ["(no visible text)"]


def test_a_headline_of_a_hundred_kilobytes_scrolls_in_its_own_box(store: Store, client: FlaskClient) -> None:
    words = "long " * 20_000
    store.replace(entry((replace(EVENTS[3], headline=words),)))
    (box,) = page(client, "/timelines/harbour-tunnel").xpath("//h3//span[@class='long']")
    assert box.get("tabindex") == "0"
    assert len(box.text_content()) == len(words)


@given(st.text(), st.lists(st.builds(Span, st.integers(-5, 40), st.integers(-5, 40))))
def test_cutting_at_any_marks_keeps_the_whole_quote(quote: str, marks: list[Span]) -> None:
    cut = list(text.pieces(quote, tuple(marks)))
    assert "".join(piece.text for piece in cut) == quote
    assert all(piece.text for piece in cut)
    for mark in marks:
        if 0 <= mark.start < mark.end <= len(quote):
            assert any(piece.marked and quote[mark.start : mark.end] in piece.text for piece in cut)


@given(st.text(), st.text())
def test_any_text_can_be_shown(one: str, other: str) -> None:
    """Also as a link, a title and beside another."""
    assert "<" not in text.shown(one).replace('<span class="control">', "").replace("</span>", "")
    assert text.titled(one)
    assert text.plain(one)
    address = text.link(one)
    assert address is None or address.lower().startswith(("http://", "https://"))
    assert text.same(one, other) == text.same(other, one)
