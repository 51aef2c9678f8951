"""A withdrawn article tells nothing, says when and why, and comes back with a later version."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from store_specimens import HARBOUR, RECEIVED, done, entry, told_in_each

from timeline.progress import State
from timeline.store import Ending, Store

LATER = RECEIVED + timedelta(hours=1)


def test_a_withdrawn_article_tells_nothing_and_says_when_and_why(store: Store) -> None:
    store.replace(done())
    store.replace(done("a2"))
    before = store.versions("a1")
    gone = store.withdraw("a1", LATER, "It was a hoax.")
    assert gone is not None
    assert gone == store.entry("a1")
    assert (gone.state, gone.events, gone.reason, gone.article) == (
        State.WITHDRAWN, (), "It was a hoax.", done().article,
    )  # fmt: skip
    assert gone.withdrawn is not None
    page, collected = store.timeline("harbour"), store.collection("harbour")
    assert page is not None
    assert collected is not None
    assert ([one.id for one in page.events], page.count) == (["a2-1"], 1)
    assert [one.id for one in collected.articles] == ["a2"]
    assert store.topics()[0].articles == 1
    (former,) = store.versions("a1")
    assert former == replace(before[0], until=gone.withdrawn, ended=Ending.WITHDRAWN, reason="It was a hoax.")


def test_withdrawing_again_changes_nothing(store: Store) -> None:
    store.replace(done())
    gone = store.withdraw("a1", LATER, "It was a hoax.")
    versions = store.versions("a1")
    assert store.withdraw("a1", LATER + timedelta(hours=1), "For another reason.") == gone
    assert store.versions("a1") == versions


def test_two_who_withdraw_at_the_same_moment_do_it_once(store: Store) -> None:
    store.replace(done())
    with ThreadPoolExecutor(8) as threads:
        found = set(map(repr, threads.map(lambda why: store.withdraw("a1", LATER, why), "abcdefgh")))
    assert len(found) == 1
    assert len(store.versions("a1")) == 1


def test_nobody_withdraws_what_is_not_there(store: Store) -> None:
    assert store.withdraw("none", LATER) is None
    assert store.withdraw("a\0b", LATER) is None


@pytest.mark.parametrize("state", [State.QUEUED, State.PROCESSING])
def test_what_is_being_read_is_withdrawn_before_it_tells_anything(store: Store, state: State) -> None:
    store.replace(entry(state=state))
    store.withdraw("a1", RECEIVED - timedelta(days=1))
    assert not store.replace(done())
    found = store.entry("a1")
    assert found is not None
    assert (found.state, found.events) == (State.WITHDRAWN, ())
    assert store.versions("a1") == ()


def test_a_withdrawal_overtakes_a_correction_that_is_being_read(store: Store) -> None:
    store.replace(done())
    store.replace(entry(state=State.PROCESSING, later=5))
    store.withdraw("a1", RECEIVED + timedelta(minutes=2))
    assert not store.replace(done(later=5))
    assert told_in_each(store.versions("a1")) == [(1, ["a1-1"], [HARBOUR], Ending.WITHDRAWN)]


def test_a_later_version_brings_a_withdrawn_article_back(store: Store) -> None:
    store.replace(done())
    gone = store.withdraw("a1", RECEIVED + timedelta(minutes=1), "It was a hoax.")
    assert gone is not None
    waiting = entry(later=2)
    store.replace(waiting)
    assert store.entry("a1") == replace(
        waiting, article=done().article, events=(), withdrawn=gone.withdrawn, reason="It was a hoax."
    )
    store.replace(done(later=2))
    assert store.entry("a1") == done(later=2)
    newest, former = store.versions("a1")
    assert (newest.number, newest.events, former.ended) == (2, former.events, Ending.WITHDRAWN)
    assert newest.since > gone.withdrawn  # type: ignore[operator]
    page = store.timeline("harbour")
    assert page is not None
    assert page.count == 1
