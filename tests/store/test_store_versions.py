"""What an article told before is kept when another version tells something else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_specimens import FERRY, HARBOUR, article, done, entry, event, told_in_each

from timeline.progress import State
from timeline.store import Ending, Store, Version


def test_a_correction_keeps_the_version_before_it_with_topics_text_and_events(store: Store) -> None:
    first = done(reading="r1", events=(event("one"), event("two")))
    store.replace(first)
    store.replace(done(later=1, reading="r2", events=(event("three"),), topics=(FERRY,), article=article(text="New")))
    newest, former = store.versions("a1")
    assert told_in_each((newest, former)) == [
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
        assert told_in_each(store.versions("a1")) == [(1, ["a1-1"], [HARBOUR], None)]
    store.replace(done(later=1, topics=(FERRY,)))
    assert told_in_each(store.versions("a1")) == [
        (2, ["a1-1"], [FERRY], None),
        (1, ["a1-1"], [HARBOUR], Ending.CORRECTED),
    ]


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
