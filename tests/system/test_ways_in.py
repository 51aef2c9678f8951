"""An article's way from every entrance to its timeline: real broker, worker and server, over HTTP."""

from __future__ import annotations

import json

import pytest
from celery import Celery
from lighthouse import STORY, article, days
from processes import Valkey, until
from programs import Server

pytestmark = [pytest.mark.system, pytest.mark.usefixtures("worker")]


def test_an_article_posted_as_json_is_read_and_its_events_stand_in_order(server: Server) -> None:
    told = server.finished(server.submit(article("posted")))
    assert told["state"] == "done", told["failure"]
    assert days(server, "posted") == ["2024-02-29", "2024-03-01", "2024-03-04"]


def test_plain_text_and_html_give_the_events_that_json_gives(server: Server) -> None:
    title = "Ferry line loses its last pilot to retirement"
    page = f"<html><body><article><h1>{title}</h1><p>{STORY}</p></article></body></html>"
    for kind, body in (("plain", f"{title}\n\n{STORY}"), ("html", page)):
        answer = server.call(
            "POST",
            f"/api/v1/articles?topic=as-{kind}&published=2024-03-05",
            body.encode(),
            f"text/{kind}; charset=utf-8",
        )
        assert answer.status == 202, answer
        assert server.finished(answer.json["id"])["state"] == "done"
        assert days(server, f"as-{kind}") == ["2024-02-29", "2024-03-01", "2024-03-04"]


def test_an_article_sent_by_a_plain_celery_client_is_read(server: Server, valkey: Valkey) -> None:
    client = Celery(broker=valkey.url)
    client.send_task("dateline.ingest", [article("sent")])
    until(lambda: server.call("GET", "/api/v1/timelines/sent").status == 200 and days(server, "sent"))
    assert days(server, "sent") == ["2024-02-29", "2024-03-01", "2024-03-04"]


def test_a_celery_client_of_the_first_message_protocol_is_understood(server: Server, valkey: Valkey) -> None:
    client = Celery(broker=valkey.url, set_as_current=False)
    client.conf.task_protocol = 1
    client.send_task("dateline.ingest", [article("older")])
    until(lambda: server.call("GET", "/api/v1/timelines/older").status == 200 and days(server, "older"))


def test_the_same_article_by_two_ways_and_twice_is_one_article(server: Server, valkey: Valkey) -> None:
    given = article("twice", url="https://harbour.example/twice")
    first = server.submit(given)
    server.finished(first)
    once = server.get("/api/v1/timelines/twice")
    Celery(broker=valkey.url).send_task("dateline.ingest", [given])
    assert server.submit(given) == first
    until(lambda: valkey.unfinished == 0)
    twice = server.get("/api/v1/timelines/twice")
    assert (twice["events"], twice["count"]) == (once["events"], once["count"])
    (topic,) = [each for each in server.get("/api/v1/topics")["topics"] if each["slug"] == "twice"]
    assert topic["articles"] == 1


def test_a_corrected_version_replaces_the_events_of_the_first(server: Server) -> None:
    first = server.submit(article("corrected"))
    server.finished(first)
    second = server.submit(article("corrected", "The harbour board met on 2 March 2024."))
    assert second == first
    server.finished(second)
    until(lambda: days(server, "corrected") == ["2024-03-02"])


def test_a_version_sent_while_the_first_still_waits_wins(server: Server) -> None:
    versions = [f"The harbour board met on {day} March 2024." for day in range(1, 5)]
    ids = {server.submit(article("hurried", version)) for version in versions}
    assert len(ids) == 1
    until(lambda: server.finished(ids.copy().pop()) and days(server, "hurried") == ["2024-03-04"])


def test_lines_of_json_become_articles_and_errors_side_by_side(server: Server) -> None:
    lines = [json.dumps(article("lined")), "{", json.dumps({"text": "x", "published": "2024-03-05", "colour": 1})]
    answer = server.call("POST", "/api/v1/articles", "\n".join(lines).encode(), "application/x-ndjson")
    assert answer.status == 202
    good, broken, unknown = answer.json
    assert server.finished(good["id"])["state"] == "done"
    assert broken["error"]["status"] == 400
    assert "colour" in unknown["error"]["errors"][0]["field"]


def test_the_page_shows_the_timeline_that_the_api_tells(server: Server) -> None:
    server.finished(server.submit(article("paged")))
    page = server.call("GET", "/timelines/paged")
    assert page.status == 200
    assert b"A new pilot was hired" in page.body
    assert b"paged" in server.call("GET", "/").body


def test_many_articles_at_once_are_all_read(server: Server) -> None:
    ids = {
        server.submit(
            article(
                "many",
                f"The board of pier {day + 40} met on {day} March 2024.",
                title=f"Pier {day} has a board that meets",
            )
        )
        for day in range(1, 31)
    }
    assert len(ids) == 30
    assert {server.finished(each)["state"] for each in ids} == {"done"}
    assert days(server, "many") == [f"2024-03-{day:02}" for day in range(1, 31)]
