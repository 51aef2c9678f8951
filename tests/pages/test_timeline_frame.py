"""What stands around the events of a chronology, and that the page is sound for whatever reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from flask.testing import FlaskClient
from harbour import EVENTS, entry
from lxml import html
from seen import page, texts
from shown import PATH, show

from timeline.formats import FORMATS
from timeline.model import Topic
from timeline.store import Store


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
