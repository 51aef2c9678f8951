"""An edition moves with every answer that changes, and with nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from editing import edition_of
from store_specimens import FERRY, HARBOUR, article, done, entry, event

from timeline.progress import State
from timeline.store import Store, filings, writing


@contextmanager
def _clock(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> Iterator[None]:
    """What the store takes for the present."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return moment

    with monkeypatch.context() as patched:
        patched.setattr(writing, "datetime", Stopped)
        patched.setattr(filings, "datetime", Stopped)
        yield


def test_what_is_not_there_has_no_edition(store: Store) -> None:
    for unknown in ("nowhere", "", "a\0b", "\ud800"):
        assert store.editions.topic(unknown) is None
        assert store.editions.article(unknown) is None
        assert store.editions.news(unknown, 0) is None


def test_an_edition_moves_with_articles_texts_and_events_and_with_nothing_else(store: Store) -> None:
    steps = [
        (entry(), True),
        (entry(state=State.PROCESSING), False),
        (done(events=()), True),
        (done(events=()), False),
        (done(later=1, events=(event("1"),)), True),
        (entry(later=2), False),
        (done(later=2, events=(event("1"),)), False),
        (done(later=3, article=article(title="Ferry held back again"), events=(event("1"),)), True),
        (done("a2", topics=(FERRY,)), False),
        (done(later=4, article=article(title="Ferry held back again"), topics=(FERRY,), events=(event("1"),)), True),
    ]
    seen = 0
    for number, (delivery, moves) in enumerate(steps):
        store.replace(delivery)
        assert (edition_of(store) > seen) is moves, f"step {number}"
        seen = edition_of(store)


def test_editions_go_on_though_the_clock_is_set_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers, listed, articles = [0], {store.editions.topics()}, [0]
    for hours in (0, -5, -5, 1, -9):
        with _clock(monkeypatch, datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=hours)):
            store.replace(done(later=len(numbers), events=(event(f"{len(numbers)}"),)))
        numbers.append(edition_of(store))
        listed.add(store.editions.topics())
        articles.append(store.editions.article("a1") or 0)
    assert numbers == sorted(set(numbers))
    assert articles == sorted(set(articles))
    assert len(listed) == len(numbers)


def test_the_list_of_topics_changes_with_a_topic_that_is_not_the_latest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.replace(done("a1", topics=(HARBOUR,)))
    before = store.editions.topics()
    with _clock(monkeypatch, datetime(2020, 1, 1, tzinfo=UTC)):
        store.replace(done("a2", topics=(FERRY,)))
        store.replace(done("a3", topics=(FERRY,)))
    between = store.editions.topics()
    with _clock(monkeypatch, datetime(2020, 1, 2, tzinfo=UTC)):
        store.replace(done("a3", later=1, topics=(FERRY,), events=()))
    assert len({before, between, store.editions.topics()}) == 3


def test_an_articles_edition_moves_with_each_state_it_comes_to(store: Store) -> None:
    seen = []
    for delivery in (
        entry(),
        entry(state=State.PROCESSING),
        done(),
        entry(later=1),
        entry(state=State.FAILED, later=1),
    ):
        store.replace(delivery)
        seen.append(store.editions.article("a1") or 0)
    assert all(one < other for one, other in pairwise(seen))
    store.replace(done())
    assert store.editions.article("a1") == seen[-1]
