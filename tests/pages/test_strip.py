"""The picture of a chronology's events says how many there are, from when to when, and where most of them lie."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from flask.testing import FlaskClient
from harbour import EVENTS, entry
from harbour_records import when
from lxml import etree
from seen import page
from shown import ALL, PATH

from api.pages.axes import marks
from timeline.interval import Granularity as G
from timeline.store import Store

IMAGE = "//figure[contains(@class, 'strip')]/img"


def told(client: FlaskClient, query: str = "") -> tuple[str, list[str]]:
    """What the picture on the page says to who does not see it, and what is written in the picture."""
    [image] = page(client, PATH + query).xpath(IMAGE)
    answer = client.get(image.get("src"))
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    drawn = etree.fromstring(answer.data)
    assert drawn.findtext("{*}title") == image.get("alt")
    return image.get("alt"), [each.text or "" for each in drawn.iter("{*}text")]


def test_it_tells_how_many_events_there_are_from_when_to_when_and_where_most_lie(
    store: Store, client: FlaskClient
) -> None:
    store.replace(entry())
    said, written = told(client)
    assert said == ALL
    assert written[-2:] == ["June 2024", "December 2025"]
    assert "Jan 2025" in written


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?status=denied", "1 event"),
        ("?from=2024-09-19&to=2024-09-24", "from 19 to 24 September 2024"),
        ("?q=pump", "1 event on 19 September 2024"),
        ("?status=denied&order=desc", "1 event"),
        ("?limit=2", ALL),
    ],
)
def test_it_is_of_what_is_selected(store: Store, client: FlaskClient, query: str, said: str) -> None:
    """All of it, whichever page of it is shown."""
    store.replace(entry())
    assert said in told(client, query)[0]


def test_a_date_that_was_corrected_changes_it_though_nothing_is_counted_otherwise(
    store: Store, client: FlaskClient
) -> None:
    old, new = (
        replace(EVENTS[3], when=when(begin, end, G.DAY, begin, "then"))
        for begin, end in (("2024-09-18", "2024-09-19"), ("2024-09-12", "2024-09-13"))
    )
    around = (EVENTS[1], EVENTS[7])
    store.replace(entry((*around, old)))
    assert told(client)[0] == "3 events from 9 to 24 September 2024, most of them from 18 to 24 September 2024"
    store.replace(replace(entry((*around, new)), received=datetime.fromisoformat("2024-09-21T09:00:00+00:00")))
    assert told(client)[0] == "3 events from 9 to 24 September 2024, most of them from 9 to 15 September 2024"


def test_a_selection_without_events_or_dates_is_no_broken_picture(store: Store, client: FlaskClient) -> None:
    store.replace(entry())
    assert told(client, "?q=zeppelin") == ("No events", ["No events"])
    undated = replace(EVENTS[3], when=replace(EVENTS[3].when, interval=None))
    store.replace(replace(entry((undated,)), received=datetime.fromisoformat("2024-09-21T09:00:00+00:00")))
    assert told(client) == ("1 event", ["1 event"])


def test_a_wrong_parameter_of_it_is_told(store: Store, client: FlaskClient) -> None:
    store.replace(entry())
    for query in ("stauts=denied", "status=sure", "from=x", "limit=3"):
        assert client.get(f"{PATH}/strip.svg?{query}").status_code == 400, query
    assert client.get("/timelines/nosuch/strip.svg").status_code == 404
    assert page(client, f"{PATH}?from=x", 400).xpath(IMAGE) == []


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2024, 9, 19), date(2024, 9, 24), ["21 Sep", "22 Sep", "23 Sep"]),
        (date(2024, 2, 27), date(2024, 3, 20), ["4 Mar", "11 Mar"]),
        (date(2024, 6, 1), date(2025, 12, 31), ["Jan 2025", "Apr", "Jul"]),
        (date(1960, 1, 1), date(2024, 12, 31), ["1970", "1980", "1990", "2000", "2010"]),
        (date(1, 1, 1), date(9999, 12, 31), ["2000", "4000", "6000", "8000"]),
        (date(2024, 9, 19), date(2024, 9, 19), []),
    ],
)
def test_what_lies_between_the_ends_is_named_as_far_as_there_is_room(
    first: date, last: date, labels: list[str]
) -> None:
    assert [each.label for each in marks(first, last) if each.label] == labels
