"""A web server on this machine that a test fills with feeds, and a store and a queue for what comes out of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_network

import pytest
from polled_feeds import NOW, Polled
from processes import Valkey
from websites import Web

from timeline.store import Feed, Store
from worker.app import application
from worker.feeds.polling import poll
from worker.settings import Settings


@pytest.fixture
def web() -> Iterator[Web]:
    made = Web()
    threading.Thread(target=made.server.serve_forever, daemon=True).start()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def chosen(lone_valkey: Valkey, sqlite_url: str) -> Settings:
    """This machine's addresses are allowed."""
    lone_valkey.client.flushall()
    return Settings(redis_url=lone_valkey.url, database_url=sqlite_url, feeds_allow=(ip_network("127.0.0.0/8"),))


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
