"""Polling feeds of a real web server: what is taken in, what is asked, and where and when."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from newsfeeds import item, rss
from polled_feeds import Polled
from processes import Valkey
from websites import Web

from timeline.store import Store


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
