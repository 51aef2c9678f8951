"""Polling feeds of a real web server: what is taken in, what is asked, and what becomes of bad ones."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import Protocol

import pytest
from billiard.exceptions import SoftTimeLimitExceeded
from newsfeeds import item, rss
from processes import Valkey
from websites import Page, Web

from timeline.store import Feed, Store
from worker.app import application
from worker.feeds import fetching, polling
from worker.feeds.polling import poll
from worker.settings import Settings

NOW = datetime.now(UTC)


class Polled(Protocol):
    def __call__(self, url: str, settings: Settings = ..., /) -> Feed: ...


@pytest.fixture
def polled(store: Store, chosen: Settings) -> Polled:
    """Polls what is at an address, and again: the feed as it is kept."""
    queue = application(chosen, "test")

    def run(url: str, settings: Settings = chosen, /) -> Feed:
        known = store.feeds.find("f")
        feed = known or Feed(id="f", url=url, topics=("Harbour",), every=900, made=NOW, due=NOW)
        if known is None:
            store.feeds.put(feed)
        kept = poll(store, queue, replace(feed, url=url), settings)
        assert store.feeds.find("f") == replace(kept, url=feed.url)
        return kept

    return run


def articles(store: Store) -> int:
    return store.ledger().unfinished


def test_each_entry_comes_in_once_and_a_changed_one_again(
    polled: Polled, web: Web, store: Store, lone_valkey: Valkey
) -> None:
    url = web.serve("/rss", rss(item(1), item(2)))
    assert polled(url).told == "2 entries, 2 of them taken in."
    assert (articles(store), lone_valkey.unfinished) == (2, 1)
    assert polled(url).told == "2 entries, 0 of them taken in."
    web.serve("/rss", rss(item(1, "The harbour board met on 5 March 2024."), item(2), item(3)))
    assert polled(url).told == "3 entries, 2 of them taken in."
    assert (articles(store), lone_valkey.unfinished) == (3, 2), "the changed one is a version of its article"


def test_what_has_not_changed_is_not_sent_again(polled: Polled, web: Web) -> None:
    url = web.serve("/rss", rss(item(1)), ETag='"a1"', Last_Modified="Tue, 05 Mar 2024 23:30:00 GMT")
    polled(url)
    web.serve("/rss", status=304)
    assert polled(url).told == "Nothing has changed."
    assert polled(url).told == "Nothing has changed."
    first, *others = (headers for _, headers in web.asked)
    assert "If-None-Match" not in first
    assert [one["If-None-Match"] for one in others] == ['"a1"'] * 2
    assert others[0]["If-Modified-Since"] == "Tue, 05 Mar 2024 23:30:00 GMT"


def test_an_entry_that_cannot_be_read_is_told_and_spoils_no_other(polled: Polled, web: Web, store: Store) -> None:
    kept = polled(web.serve("/rss", rss(item(1), item(2, at="some day"), item(3))))
    assert kept.failures == 0
    assert "2 of them taken in. 1 cannot be read, the first because: published" in kept.told
    assert articles(store) == 2


def test_more_entries_than_a_batch_are_all_taken(polled: Polled, web: Web, store: Store) -> None:
    packed = gzip.compress(rss(*map(item, range(60))).encode())
    polled(web.serve("/rss", packed, Content_Encoding="gzip"))
    assert articles(store) == 60


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<!-- " + b"x" * 65_536)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """Its headers never end."""
    while True:
        handler.wfile.write(b"H")
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        ("<html><body>News</body></html>", 200, "neither RSS nor Atom"),
        ("", 200, "neither RSS nor Atom"),
        ("", 404, "answered 404"),
        ("", 500, "answered 500"),
        (gzip.compress(b"x" * 30_000_000), 200, "longer than"),
    ],
)
def test_a_fault_is_kept_and_the_feed_waits_longer_each_time(
    polled: Polled,
    web: Web,
    body: str,
    status: int,
    why: str,
) -> None:
    headers = {"Content_Encoding": "gzip"} if isinstance(body, bytes) else {}
    url = web.serve("/bad", body, status, **headers)
    waits = []
    for failures in (1, 2, 3):
        kept = polled(url)
        assert (kept.failures, why in kept.told) == (failures, True), kept.told
        waits.append(kept.due - kept.polled)
    assert [round(wait.total_seconds() / 60) for wait in waits] == [30, 60, 120]
    web.serve("/bad", rss(item(1)))
    kept = polled(url)
    assert (kept.failures, kept.due - kept.polled) == (0, timedelta(minutes=15))


@pytest.mark.parametrize(("page", "why"), [(endless, "longer than"), (dripping, "was not there after")])
def test_a_feed_that_never_ends_is_given_up(
    polled: Polled,
    web: Web,
    monkeypatch: pytest.MonkeyPatch,
    page: Page,
    why: str,
) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", 1.5)
    web.pages["/"] = page
    began = time.monotonic()
    assert why in polled(web.url + "/").told
    assert time.monotonic() - began < 5


def test_redirects_are_followed_but_neither_for_ever_nor_in_a_circle(polled: Polled, web: Web, store: Store) -> None:
    web.serve("/new", rss(item(1)))
    web.serve("/old", status=301, Location="/new")
    assert "1 of them" in polled(web.url + "/old").told
    web.serve("/self", status=302, Location="/self")
    assert "in a circle" in polled(web.url + "/self").told
    for number in range(9):
        web.serve(f"/{number}", status=307, Location=f"/{number + 1}")
    assert "more than 5 times" in polled(web.url + "/0").told
    for place in ("file:///etc/passwd", "ftp://harbour.example/", "gopher://127.0.0.1/"):
        web.serve("/odd", status=302, Location=place)
        assert "no web address" in polled(web.url + "/odd").told


def test_a_server_says_when_to_come_again_and_is_heeded(polled: Polled, web: Web) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    later = now + timedelta(hours=9)
    for given, expected in (("7200", now + timedelta(hours=2)), (format_datetime(later, usegmt=True), later)):
        web.serve("/busy", status=503, Retry_After=given)
        kept = polled(web.url + "/busy")
        assert abs(kept.due - expected) < timedelta(minutes=1)


def test_a_feed_that_is_gone_is_asked_for_no_more(polled: Polled, web: Web, store: Store) -> None:
    kept = polled(web.serve("/rss", status=410))
    assert (kept.gone, "410" in kept.told) == (True, True)
    assert store.feeds.take(NOW + timedelta(days=365), NOW, limit=1) == ()


def test_a_server_that_is_not_there_is_a_fault_of_the_feed(polled: Polled) -> None:
    assert "cannot be reached" in polled("http://127.0.0.1:9/").told
    assert "no such host" in polled("http://nowhere.invalid/").told


def test_a_feed_that_takes_too_long_to_read_is_given_up(
    polled: Polled, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the pool's soft time limit has it."""

    def endless(*_: object) -> None:
        raise SoftTimeLimitExceeded

    monkeypatch.setattr(polling, "entries", endless)
    kept = polled(web.serve("/rss", rss(item(1))))
    assert (kept.failures, kept.told) == (1, "Reading it took too long.")
