"""The page of an article: its text with what was read in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from flask.testing import FlaskClient
from harbour import entry
from pumps import STORY
from seen import page, texts

from timeline.progress import State
from timeline.store import Store
from worker.ingestion import Delivery, ingest


def taken_in(store: Store, text: str = STORY["text"], day: int = 21) -> str:  # type: ignore[assignment]
    given = STORY | {"text": text, "url": "https://gazette.example/pumps"}
    ingest(store, Delivery(given=given, received=datetime(2024, 9, day, tzinfo=UTC)), ZoneInfo("Europe/London"))
    (source,) = {each.article for each in store.timeline("harbour-tunnel").events[0].sources}  # type: ignore[union-attr]
    return source


def test_every_expression_is_marked_and_explained(store: Store, client: FlaskClient) -> None:
    found = page(client, f"/articles/{taken_in(store)}")
    assert texts(found, "h1") == ["Pumps fail below the harbour"]
    buttons = found.xpath("//button[contains(@class, 'expression')]")
    assert [each.text_content() for each in buttons] == ["last night", "Monday", "31 February 2024"]
    notes = [found.get_element_by_id(each.get("popovertarget")).text_content() for each in buttons]
    assert "on 19 September 2024, at night" in notes[0]
    assert "No such date" in notes[2]
    assert "20 September 2024, 17:01" in texts(found, ".furniture")
    assert len(found.xpath("//*[@class='tells']//li")) == len(store.timeline("harbour-tunnel").events)  # type: ignore[union-attr]


def test_a_quote_leads_to_its_place_in_the_article(store: Store, client: FlaskClient) -> None:
    id_ = taken_in(store)
    links = page(client, "/timelines/harbour-tunnel").xpath("//a[@class='context']/@href")
    places = page(client, f"/articles/{id_}").xpath("//*[@class='story']//span/@id")
    assert sorted(link.removeprefix(f"/articles/{id_}#") for link in links) == sorted(places)


def test_no_character_of_the_text_is_lost(store: Store, client: FlaskClient) -> None:
    found = page(client, f"/articles/{taken_in(store)}")
    shown = " ".join(" ".join(each.text_content().split()) for each in found.xpath("//*[@class='story']/p[@dir]"))
    assert shown == " ".join(str(STORY["text"]).split())


def test_an_article_on_its_way_looks_again_by_itself(store: Store, client: FlaskClient) -> None:
    store.replace(entry(None))
    found = page(client, f"/articles/{entry(None).id}")
    assert "In the queue" in found.get_element_by_id("progress").text_content()
    assert found.xpath("//noscript/meta[@http-equiv='refresh']")


def test_an_article_that_failed_says_why_and_what_to_do(store: Store, client: FlaskClient) -> None:
    store.replace(replace(entry(None), state=State.FAILED, failure="It took too long to read."))
    found = page(client, f"/articles/{entry(None).id}")
    assert "It took too long to read." in found.get_element_by_id("progress").text_content()
    assert "/submit" in found.xpath("//main//a/@href")


def test_versions_are_listed_where_there_are_several(store: Store, client: FlaskClient) -> None:
    id_ = taken_in(store)
    assert texts(page(client, f"/articles/{id_}"), ".versions") == []
    assert taken_in(store, str(STORY["text"]).replace("Two", "Three"), day=22) == id_
    (listed,) = texts(page(client, f"/articles/{id_}"), ".versions")
    assert "until" in listed
    assert "the present one" in listed


def test_an_unknown_article_says_what_to_do(client: FlaskClient) -> None:
    found = page(client, "/articles/%3Cscript%3E", 404)
    assert "<script>" in found.xpath("string(//main)")
    assert {"/", "/submit"} <= set(found.xpath("//main//a/@href"))
