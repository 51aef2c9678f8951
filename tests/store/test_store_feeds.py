"""Feeds and their entries, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from timeline.store import Feed, Store

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


def feed(name: str = "a", minutes: int = 0, **changes: object) -> Feed:
    given = Feed(
        id=name,
        url=f"https://{name}.example/feed",
        topics=("Harbour", "Äöü"),
        every=900,
        made=NOW,
        due=NOW + timedelta(minutes=minutes),
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def test_a_feed_is_read_back_as_it_was_put_and_replaced_by_its_id(store: Store) -> None:
    full = feed(polled=LATER, etag='"x"', modified="Thu", failures=3, told="It ended early.", gone=True)
    store.feeds.put(feed("b"))
    store.feeds.put(feed())
    store.feeds.put(full)
    assert store.feeds.all() == (full, feed("b"))
    assert store.feeds.find("a") == full
    assert [store.feeds.find(name) for name in ("c", "\0", "\ud800")] == [None] * 3


def test_what_is_due_is_taken_by_one_and_the_longest_due_first(store: Store) -> None:
    for name, minutes in (("new", 1), ("old", -9), ("older", -10), ("now", 0)):
        store.feeds.put(feed(name, minutes))
    store.feeds.put(feed("gone", -20, gone=True))
    assert [store.feeds.due(NOW - timedelta(minutes=minutes)) for minutes in (0, 10, 11)] == [True, True, False]
    assert [one.id for one in store.feeds.take(NOW, LATER, limit=2)] == ["older", "old"]
    assert [one.id for one in store.feeds.take(NOW, LATER, limit=2)] == ["now"]
    assert store.feeds.take(NOW, LATER, limit=2) == ()
    assert not store.feeds.due(NOW)
    assert len(store.feeds.take(LATER, LATER + timedelta(minutes=5), limit=9)) == 4


def test_two_pollers_never_take_the_same_feed(store: Store) -> None:
    for number in range(40):
        store.feeds.put(feed(str(number)))
    with ThreadPoolExecutor(4) as threads:
        taken = [
            one.id for found in threads.map(lambda _: store.feeds.take(NOW, LATER, limit=10), range(8)) for one in found
        ]
    assert len(taken) == len(set(taken))


def test_what_came_of_a_poll_is_kept_unless_the_feed_was_removed(store: Store) -> None:
    store.feeds.put(feed())
    outcome = feed(minutes=15, polled=NOW, etag='"y"', told="2 new entries.")
    store.feeds.polled(replace(outcome, every=1, topics=("Other",)))
    assert store.feeds.find("a") == outcome
    assert store.feeds.remove("a")
    store.feeds.polled(outcome)
    store.feeds.note("a", {"e": "1"})
    assert (store.feeds.all(), store.feeds.remove("a")) == ((), False)


def test_a_feed_is_hastened_though_it_was_gone(store: Store) -> None:
    store.feeds.put(feed(minutes=60, gone=True))
    assert store.feeds.hasten("a", NOW)
    assert not store.feeds.hasten("b", NOW)
    assert [one.id for one in store.feeds.take(NOW, LATER, limit=1)] == ["a"]


def test_an_entry_is_unseen_until_its_version_is_noted(store: Store) -> None:
    store.feeds.put(feed())
    store.feeds.put(feed("b"))
    entries = {"one": "1", "two": "1"}
    assert store.feeds.unseen("a", entries) == {"one", "two"}
    store.feeds.note("a", entries)
    store.feeds.note("a", {"two": "2", "three": "1"})
    assert store.feeds.unseen("a", entries | {"three": "1", "four": "1"}) == {"two", "four"}
    assert store.feeds.unseen("b", entries) == {"one", "two"}
    assert store.feeds.unseen("a", {}) == frozenset()
    store.feeds.remove("a")
    store.feeds.put(feed())
    assert store.feeds.unseen("a", entries) == {"one", "two"}
