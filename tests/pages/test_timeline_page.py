"""The chronology page, from the records in a store to what stands on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from flask.testing import FlaskClient
from harbour import EVENTS, GAZETTE, entry, source, when
from lxml import html
from seen import page, texts
from shown import PATH, one, show

from timeline.formats import FORMATS
from timeline.interval import Granularity as G
from timeline.model import Reason, Span, Topic
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


def test_an_unknown_topic_says_what_to_do(client: FlaskClient) -> None:
    found = page(client, "/timelines/no%20such%3Cb%3E", 404)
    assert texts(found, "h1") == ["No such topic"]
    assert "no such<b>" in texts(found, "main")[0]
    assert "/" in found.xpath("//main//a/@href")
    assert "dateline submit" in texts(found, "pre")[0]


def test_a_topic_whose_articles_are_not_read_yet_says_so(store: Store, client: FlaskClient) -> None:
    store.replace(entry(None))
    found = page(client, PATH)
    assert "No events yet" in texts(found, "h2")
    assert "0 events" in texts(found, ".facts")[0]


def test_every_format_is_one_link_away(store: Store, client: FlaskClient) -> None:
    topic = Topic("hafen-übergang", "Hafen-Übergang")
    store.replace(entry(topic=topic))
    found = page(client, "/timelines/hafen-%C3%BCbergang")
    kinds = {link.get("href"): link.get("type") for link in found.xpath("//link[@rel='alternate']")}
    assert set(found.xpath("//footer//a/@href")) == set(kinds)
    assert {client.get(address).mimetype for address in kinds} == set(kinds.values())
    assert set(kinds.values()) == {each.media_type for each in FORMATS}
    (address,) = (address for address, kind in kinds.items() if kind == "application/json")
    assert client.get(address).json["topic"]["title"] == topic.title


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


def test_headings_go_down_one_level_at_a_time(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    levels = [int(each.tag[1]) for each in page(client, PATH).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_id_is_used_once_and_every_reference_has_its_target(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    found = page(client, PATH)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    wanted = {href[1:] for href in found.xpath("//@href") if href.startswith("#")} | set(
        found.xpath("//@aria-labelledby")
    )
    assert wanted <= set(ids)


def test_the_same_data_is_the_same_page_and_is_not_sent_twice(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    first = client.get(PATH)
    assert client.get(PATH).data == first.data
    again = client.get(PATH, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    store.replace(replace(entry(EVENTS[:2]), received=datetime.fromisoformat("2024-09-21T00:00:00+00:00")))
    assert client.get(PATH, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_the_source_of_the_page_is_html_without_inline_script_or_style(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    found = html.fromstring(client.get(PATH).text)
    assert found.xpath("//script[not(@src) or text()] | //style | //@style | //@*[starts-with(name(), 'on')]") == []
    assert found.get("lang") == "en"


def test_the_policy_allows_only_what_comes_from_this_server(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    for path in (PATH, "/", "/timelines/nosuch"):
        policy = client.get(path).headers["Content-Security-Policy"].split("; ")
        assert policy[0] == "default-src 'none'"
        assert {part.partition(" ")[2] for part in policy} == {"'none'", "'self'"}
