"""What runs inside a write decides about it."""

from __future__ import annotations

import pytest
from store_specimens import FERRY, done, entry, event

from timeline.store import Store


class BrokerGoneError(Exception):
    pass


def _gone() -> None:
    raise BrokerGoneError


def test_nothing_of_a_new_article_is_written_when_then_raises(store: Store) -> None:
    with pytest.raises(BrokerGoneError):
        store.replace(entry(), _gone)
    assert store.entry("a1") is None
    assert store.topics() == ()


def test_the_version_before_stays_whole_when_then_raises(store: Store) -> None:
    first = done()
    store.replace(first)
    before = store.timeline("harbour")
    with pytest.raises(BrokerGoneError):
        store.replace(done(later=1, events=(event("new"),), topics=(FERRY,)), _gone)
    assert store.entry("a1") == first
    assert store.timeline("harbour") == before
    assert store.timeline("ferry") is None


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit])
def test_an_interruption_writes_nothing_either(store: Store, interruption: type[BaseException]) -> None:
    def interrupted() -> None:
        raise interruption

    with pytest.raises(interruption):
        store.replace(entry(), interrupted)
    assert store.entry("a1") is None


def test_the_store_goes_on_after_then_has_raised(store: Store) -> None:
    for _ in range(30):
        with pytest.raises(BrokerGoneError):
            store.replace(entry(), _gone)
    assert store.replace(entry())


def test_then_runs_before_others_see_the_article_and_once(store: Store) -> None:
    seen = []
    assert store.replace(entry(), lambda: seen.append(store.entry("a1")))
    assert seen == [None]
    assert store.entry("a1") == entry()


def test_then_does_not_run_for_a_version_that_is_ignored(store: Store) -> None:
    store.replace(entry(later=1))
    assert store.replace(entry(), _gone) is False


def test_then_runs_again_for_a_repeated_delivery(store: Store) -> None:
    runs: list[int] = []
    for run in range(2):
        store.replace(entry(), lambda run=run: runs.append(run))  # type: ignore[misc]
    assert runs == [0, 1]
