"""What an article told before is kept: when another version tells something else, and when it is taken back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from store_specimens import FERRY, HARBOUR, RECEIVED, article, done, entry, event

from timeline.model import Topic
from timeline.progress import State
from timeline.store import Ending, Store, Version

LATER = RECEIVED + timedelta(hours=1)


def _told(versions: tuple[Version, ...]) -> list[tuple[int, list[str], list[Topic], Ending | None]]:
    return [(one.number, [event.id for event in one.events], list(one.topics), one.ended) for one in versions]


def test_a_correction_keeps_the_version_before_it_with_topics_text_and_events(store: Store) -> None:
    first = done(reading="r1", events=(event("one"), event("two")))
    store.replace(first)
    store.replace(done(later=1, reading="r2", events=(event("three"),), topics=(FERRY,), article=article(text="New")))
    newest, former = store.versions("a1")
    assert _told((newest, former)) == [
        (2, ["three"], [FERRY], None),
        (1, ["one", "two"], [HARBOUR], Ending.CORRECTED),
    ]
    assert (former.article, former.events, former.reading) == (first.article, first.events, "r1")
    assert (former.until, newest.until, newest.reading) == (newest.since, None, "r2")
    assert former.since < newest.since


def test_topics_of_a_version_are_its_own_while_a_correction_waits_under_others(store: Store) -> None:
    store.replace(done())
    for state in (State.QUEUED, State.PROCESSING):
        store.replace(entry(state=state, later=1, topics=(FERRY,)))
        assert _told(store.versions("a1")) == [(1, ["a1-1"], [HARBOUR], None)]
    store.replace(done(later=1, topics=(FERRY,)))
    assert _told(store.versions("a1")) == [(2, ["a1-1"], [FERRY], None), (1, ["a1-1"], [HARBOUR], Ending.CORRECTED)]


@pytest.mark.parametrize("state", list(State))
def test_what_does_not_tell_anything_else_makes_no_version(store: Store, state: State) -> None:
    store.replace(done(reading="r1"))
    (first,) = store.versions("a1")
    store.replace(entry(state=state, later=1))
    store.replace(done(later=2, reading="r2"))
    store.replace(done(later=2, reading="r2"))
    assert store.versions("a1") == (replace(first, reading="r2"),)


def test_a_version_of_another_text_with_the_same_events_is_one(store: Store) -> None:
    store.replace(done())
    store.replace(done(later=1, article=article(text="Another text.")))
    assert [one.article and one.article.text for one in store.versions("a1")] == [
        "Another text.",
        done().article and done().article.text,
    ]


def test_what_is_unknown_or_not_read_yet_has_no_versions(store: Store) -> None:
    store.replace(entry())
    assert store.versions("a1") == store.versions("none") == store.versions("a\0b") == ()


def test_versions_are_turned_over_page_by_page(store: Store) -> None:
    for later in range(5):
        store.replace(done(later=later, events=(event(f"{later}"),)))
    whole = store.versions("a1")
    assert [one.number for one in whole] == [5, 4, 3, 2, 1]
    for size in (1, 2, 3, 5):
        found: list[Version] = []
        while page := store.versions("a1", limit=size, after=found[-1].number if found else None):
            assert len(page) <= size
            found += page
        assert tuple(found) == whole


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
    assert _told(store.versions("a1")) == [(1, ["a1-1"], [HARBOUR], Ending.WITHDRAWN)]


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
