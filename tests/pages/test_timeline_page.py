"""The events of a chronology on its page, from the records in a store to what is told of each."""

from __future__ import annotations

from dataclasses import replace

from flask.testing import FlaskClient
from harbour import EVENTS
from harbour_records import when
from seen import page, texts
from shown import PATH, one, show

from timeline.interval import Granularity as G
from timeline.model import Reason
from timeline.store import Store


def test_every_event_is_there_in_order_with_its_date_in_words(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    found = page(client, PATH)
    assert texts(found, "h1") == ["Harbour tunnel"]
    assert texts(found, ".date") == [
        "in the summer of 2024",
        "in the week of 9 September 2024",
        "on the weekend of 14 and 15 September 2024",
        "on 19 September 2024, at night",
        "from 19 September 2024 on",
        "at 10:00 (UTC+01:00) on 20 September 2024",
        "between about 20 September and the end of October 2024",
        "on 24 September 2024",
        "in the winter of 2024/25",
        "in 2025",
    ]
    assert texts(found, ".headline") == [event.headline for event in EVENTS]
    assert texts(found, ".span") == ["June 2024 to December 2025"]
    assert "10 events" in texts(found, ".facts")[0]
    assert "1 article" in texts(found, ".facts")[0]


def test_how_sure_an_event_is_stands_in_a_word_and_a_shape(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    found = page(client, PATH)
    for item in found.xpath("//article[contains(@class, 'event')]"):
        status = item.get("class").split()[1]
        assert [use.get("href") for use in item.xpath(".//use")] == [f"#shape-{status}"]
    assert set(texts(found, ".status")) == {"happened", "going on", "denied", "possible", "planned"}
    assert texts(found, ".approximate") == ["≈ approximate"]


def test_an_event_has_a_page_of_its_own(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    single = page(client, f"{PATH}/events/{EVENTS[1].id}")
    assert single.xpath("//h1//bdi/text()") == [EVENTS[1].headline]
    assert single.xpath("//article/@id") == [f"e-{EVENTS[1].id}"]
    assert PATH in single.xpath("//a/@href")
    assert page(client, f"{PATH}/events/nosuch", 404).xpath("//h1/text()") == ["No such event"]


def test_a_bad_date_costs_one_row_and_says_so(store: Store, client: FlaskClient) -> None:
    """An offset from UTC of three days is on no clock."""
    bad = replace(EVENTS[5], when=replace(EVENTS[5].when, offset=4320))
    show(store, *EVENTS[:5], bad, *EVENTS[6:])
    found = page(client, PATH)
    assert len(texts(found, ".date")) == len(EVENTS)
    (fault,) = texts(found, ".fault")
    assert "This date cannot be shown." in fault
    assert "at 10:00" in fault
    assert texts(page(client, f"{PATH}/events/{bad.id}"), ".fault") == [fault]
    assert len(client.get(f"/api/v1{PATH}").json["events"]) == len(EVENTS)  # type: ignore[index]


def test_a_plan_with_a_deadline_is_due_by_it(store: Store, client: FlaskClient) -> None:
    due = when("2024-09-20", "2024-11-01", G.MONTH, "2024-10", "by the end of October", mod="END")
    hedged = replace(EVENTS[6], when=due, reason=Reason("hedge", "probably"))
    show(store, hedged, one(id="f" * 32, when=due))
    found = page(client, PATH)
    assert texts(found, ".date") == ["probably by the end of October 2024", "between September and October 2024"]
    assert "“probably”" in texts(found, ".standing")[0]
