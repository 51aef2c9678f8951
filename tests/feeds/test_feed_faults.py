"""Feeds that are bad, endless, slow or gone are told to be so, and asked less often or no more."""

from __future__ import annotations

import gzip
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler

import pytest
from billiard.exceptions import SoftTimeLimitExceeded
from newsfeeds import item, rss
from polled_feeds import NOW, Polled
from websites import Page, Web

from timeline.store import Store
from worker.feeds import fetching, polling


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
