"""An event on its page is backed by its quote, by who said so and by why it stands at its date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from harbour import EVENTS
from harbour_records import GAZETTE, source
from seen import page, texts
from shown import PATH, one, show

from timeline.model import Span
from timeline.store import Store


def test_the_expression_is_marked_in_the_quote(store: Store, client: FlaskClient) -> None:
    show(store, EVENTS[3])
    found = page(client, PATH)
    assert texts(found, "mark") == ["last night"]
    assert texts(found, "blockquote") == ["The second pump failed last night, the contractor confirmed."]


@pytest.mark.parametrize(
    ("marks", "marked"),
    [
        ([(0, 3), (4, 8)], ["One", "two,"]),
        ([(4, 8), (0, 3)], ["One", "two,"]),
        ([(0, 5), (3, 8)], ["One two,"]),
        ([(0, 8), (2, 4)], ["One two,"]),
        ([(-5, 3), (9, 999)], ["One", "three."]),
        ([(3, 3), (8, 2), (200, 300)], []),
    ],
)
def test_marks_that_overlap_or_lie_outside_lose_no_text(
    store: Store, client: FlaskClient, marks: list[tuple[int, int]], marked: list[str]
) -> None:
    quote = replace(source("One two, three."), marks=tuple(Span(*mark) for mark in marks))
    show(store, one(sources=(quote,)))
    found = page(client, PATH)
    assert texts(found, "mark") == marked
    assert texts(found, "blockquote") == ["One two, three."]


def test_a_headline_that_is_the_quote_is_not_told_twice(store: Store, client: FlaskClient) -> None:
    show(
        store,
        one(headline="The second pump failed last night", sources=(source("The second pump failed last night."),)),
    )
    found = page(client, PATH)
    assert texts(found, "blockquote") == []
    assert texts(found, ".headline") == ["The second pump failed last night."]


def test_the_source_is_named_with_its_time_and_linked(store: Store, client: FlaskClient) -> None:
    show(store, EVENTS[3])
    found = page(client, PATH)
    assert texts(found, ".publisher") == ["Port Ellery Gazette"]
    link = found.xpath("//cite/a")[0]
    assert (link.get("href"), link.get("rel"), link.text_content()) == (GAZETTE.url, "noopener nofollow", GAZETTE.title)
    time = found.xpath("//*[contains(@class, 'origin')]/time")[0]
    assert (time.get("datetime"), time.text_content()) == ("2024-09-20T17:01:00+01:00", "20 September 2024, 17:01")


def test_further_sources_stand_behind_their_count(store: Store, client: FlaskClient) -> None:
    show(store, EVENTS[1])
    found = page(client, PATH)
    assert "1 more source" in texts(found, "summary")
    assert texts(found, ".publisher") == ["Port Ellery Gazette", "Radio Ellery"]


def test_why_this_date_gives_the_derivation_and_the_notations(store: Store, client: FlaskClient) -> None:
    show(store, EVENTS[6])
    (why,) = texts(page(client, PATH), ".why")
    for part in (
        "“in the coming weeks”",
        "told from 20 September 2024",
        "2024-09-20 to 2024-10-31, approximately",
        "FUTURE_REF",
        "2024-09-20~/2024-10-31~",
        EVENTS[6].when.explanation,
    ):
        assert part in why
