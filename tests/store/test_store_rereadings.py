"""Rereadings go through all articles once, however often they are broken off."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from store_specimens import FERRY, HARBOUR, done, entry, event

from timeline.model import Event
from timeline.progress import State
from timeline.store import Ending, Entry, Reread, Rereading, Store
from timeline.store.rereadings import stored

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)


def _begun(store: Store, topic: str | None = None, *, dry: bool = False) -> Rereading:
    found = store.rereadings.begin(topic, "r2", NOW, dry=dry)
    assert found is not None
    return found


def _told(entry: Entry) -> tuple[Event, ...]:
    return entry.events or ()


def _again(store: Store, rereading: Rereading, limit: int = 2) -> list[Reread]:
    """Every event has another headline by the rules of today."""
    return [
        Reread(
            position=position,
            after=replace(
                entry, reading="r2", events=tuple(replace(one, headline="New") for one in entry.events or ())
            ),
            lines=tuple({"change": "changed", "article": entry.id} for _ in _told(entry)),
        )
        for position, entry in store.rereadings.next(rereading, limit=limit)
    ]


def _finished(store: Store, rereading: Rereading) -> Rereading:
    while not rereading.ended:
        found = store.rereadings.advance(rereading, _again(store, rereading), NOW)
        assert found is not None
        rereading = found
    return rereading


@pytest.fixture
def five(store: Store) -> Store:
    for number in range(5):
        store.replace(done(f"a{number}", topics=(HARBOUR, FERRY) if number % 2 else (HARBOUR,), reading="r1"))
    return store


def _headlines(store: Store) -> set[str]:
    page = store.timeline("harbour")
    assert page is not None
    return {one.headline for one in page.events}


def test_all_articles_are_read_again_and_counted(five: Store) -> None:
    begun = _begun(five)
    assert (begun.total, begun.read, begun.ended) == (5, 0, None)
    ended = _finished(five, begun)
    assert (ended.read, ended.articles, ended.changed, ended.added, ended.failed) == (5, 5, 5, 0, 0)
    assert five.rereadings.find(ended.id) == ended
    assert _headlines(five) == {"New"}
    assert [(one.reading, one.ended) for one in five.versions("a3")] == [("r2", None), ("r1", Ending.REREAD)]
    lines = five.rereadings.changes(ended.id, limit=9)
    assert [line["article"] for _, line in lines] == [f"a{number}" for number in range(5)]
    assert five.rereadings.changes(ended.id, limit=9, after=3) == lines[3:]


def test_a_dry_one_counts_the_same_and_writes_nothing(five: Store) -> None:
    before = [five.entry(f"a{number}") for number in range(5)]
    ended = _finished(five, _begun(five, dry=True))
    assert (ended.articles, ended.changed, len(five.rereadings.changes(ended.id, limit=9))) == (5, 5, 5)
    assert [five.entry(f"a{number}") for number in range(5)] == before
    assert len(five.versions("a1")) == 1


def test_one_of_a_topic_reads_its_articles_alone(five: Store) -> None:
    ended = _finished(five, _begun(five, "ferry"))
    assert (ended.total, ended.read) == (2, 2)
    assert five.rereadings.begin("nowhere", "r2", NOW, dry=False) is None
    assert five.rereadings.begin("a\0b", "r2", NOW, dry=False) is None


def test_what_is_under_way_is_found_again_and_another_is_begun_for_something_else(five: Store) -> None:
    first = _begun(five)
    assert _begun(five) == first
    others = [_begun(five, dry=True), _begun(five, "ferry"), five.rereadings.begin(None, "r3", NOW, dry=False)]
    assert len({first.id, *(other.id for other in others if other)}) == 4
    _finished(five, first)
    again = _begun(five)
    assert again.id > first.id
    assert [one.id for one in five.rereadings.all(limit=2)] == [again.id, max(one.id for one in others if one)]
    assert first.id in [one.id for one in five.rereadings.all(limit=9, before=again.id)]


def test_of_two_that_go_on_from_one_place_one_does(five: Store) -> None:
    begun = _begun(five)
    found = _again(five, begun)
    with ThreadPoolExecutor(4) as threads:
        moved = list(threads.map(lambda _: five.rereadings.advance(begun, found, NOW), range(4)))
    assert sum(one is not None for one in moved) == 1
    now = five.rereadings.find(begun.id)
    assert now is not None
    assert (now.read, now.changed, len(five.versions("a0"))) == (2, 2, 2)


def test_newer_versions_that_come_meanwhile_stay(five: Store) -> None:
    begun = _begun(five)
    found = _again(five, begun, 5)
    newer = [done("a0", 1, events=(event("correction"),)), entry("a1", State.QUEUED, 1)]
    for version in newer:
        five.replace(version)
    five.withdraw("a2", datetime.now(UTC))
    five.replace(done("late"))
    before = [five.entry(f"a{number}") for number in range(3)]
    moved = five.rereadings.advance(begun, found, NOW)
    assert moved is not None
    assert (moved.read, moved.articles, moved.changed) == (5, 2, 2)
    assert [five.entry(f"a{number}") for number in range(3)] == before
    assert five.rereadings.next(moved, limit=9) == ()


def test_what_waits_failed_or_was_withdrawn_is_not_read(five: Store) -> None:
    for state in (State.QUEUED, State.PROCESSING, State.FAILED):
        five.replace(entry(state.value, state, failure="No." if state is State.FAILED else None))
    five.withdraw("a0", datetime.now(UTC))
    begun = _begun(five)
    assert [entry.id for _, entry in five.rereadings.next(begun, limit=9)] == ["a1", "a2", "a3", "a4"]


def test_no_more_lines_are_kept_than_are_said_and_all_are_counted(five: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "MOST_CHANGES", 3)
    ended = _finished(five, _begun(five))
    assert (ended.changed, [number for number, _ in five.rereadings.changes(ended.id, limit=9)]) == (5, [1, 2, 3])
