"""A timeline as it was known at a moment is what the store answered then, whatever came or went since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from histories import LENIENT, history, numbers, told_by
from hypothesis import given
from hypothesis import strategies as st
from reports import happenings
from store_specimens import RECEIVED, done, entry

from timeline.model import Event, Timeline, Topic
from timeline.progress import State
from timeline.selection import EVERYTHING, Selection
from timeline.store import OutOfReach, Reread, Store, open_store
from timeline.store.past import moments, recalling


def _shown(store: Store, slug: str, selection: Selection = EVERYTHING) -> Timeline:
    page = store.timeline(slug, selection, limit=1000)
    assert page is not None
    return page


def _reread(store: Store, name: str, events: tuple[Event, ...]) -> None:
    begun = store.rereadings.begin(None, "r2", RECEIVED, dry=False)
    assert begun is not None
    found = [
        Reread(position=position, after=replace(entry, events=events))
        for position, entry in store.rereadings.next(begun, limit=1000)
        if entry.id == name
    ]
    moved = store.rereadings.advance(begun, found, RECEIVED)
    if moved and not moved.ended:
        store.rereadings.advance(moved, [], RECEIVED)


DELIVERIES = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from(["done", "done", "done", "queued", "failed", "withdrawn", "reread"]),
        st.lists(happenings, max_size=3),
        st.sampled_from([("p",), ("q",), ("p", "q")]),
    ),
    max_size=9,
)


@LENIENT
@given(deliveries=DELIVERIES)
def test_each_moment_is_told_as_it_was_told_then(
    store: Store, deliveries: list[tuple[str, str, list[Event], tuple[str, ...]]]
) -> None:
    prefix = f"past-{next(numbers)}"
    topics = [Topic(f"{prefix}-{slug}", "T") for slug in "pq"]
    store.replace(entry(f"{prefix}-first", topics=tuple(topics)))
    beginning = datetime.now(UTC)
    then: list[tuple[datetime, list[Timeline]]] = []
    for later, (letter, kind, events, slugs) in enumerate(deliveries):
        name, under = f"{prefix}-{letter}", tuple(Topic(f"{prefix}-{slug}", "T") for slug in slugs)
        version = done(name, later, topics=under, events=told_by(name, events))
        if kind == "withdrawn":
            store.withdraw(name, version.received, "A hoax.")
        elif kind == "reread":
            _reread(store, name, version.events or ())
        elif kind == "done":
            store.replace(version)
        else:
            store.replace(entry(name, State(kind), later, topics=under))
        then.append((datetime.now(UTC), [_shown(store, topic.slug) for topic in topics]))
    for moment, pages in then:
        for page in pages:
            for as_of in (moment, page.as_of):
                again = _shown(store, page.topic.slug, Selection(as_of=as_of))
                assert (again.count, again.events) == (page.count, page.events)
                assert again.as_of <= as_of
    for topic in topics:
        empty = _shown(store, topic.slug, Selection(as_of=beginning))
        assert (empty.count, empty.events) == (0, ())


def test_before_anything_was_known_a_timeline_is_empty(store: Store) -> None:
    moment = datetime.now(UTC) - timedelta(days=1)
    store.replace(done())
    page = store.timeline("harbour", Selection(as_of=moment))
    assert page is not None
    assert (page.count, page.events, page.next, page.as_of) == (0, (), None, moment)
    assert store.timeline("nowhere", Selection(as_of=moment)) is None


def test_it_is_not_publication_that_counts_but_when_the_store_had_it(store: Store) -> None:
    """Nor when the article was accepted: until it was read nobody saw anything of it."""
    store.replace(done())
    page = store.timeline("harbour", Selection(as_of=RECEIVED + timedelta(days=1)))
    assert page is not None
    assert page.count == 0


def test_what_is_too_much_to_tell_again_is_said_to_be(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    then, _ = history(store)
    monkeypatch.setattr(moments, "MOST", 3)
    with pytest.raises(OutOfReach, match="more than 3 reports"):
        store.timeline("harbour", Selection(as_of=then))


def test_no_more_is_remembered_than_is_said(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(url)
    _, shown = history(store)
    memory = recalling.Memory()
    monkeypatch.setattr(recalling, "REMEMBERED", 2 * len(shown))
    told = [recalling.Standing(recalling.place(one, 0), one) for one in shown]
    for number in range(5):
        memory.put(str(number), told)
    assert [memory.get(str(number)) is not None for number in range(5)] == [False, False, False, True, True]
    memory.put("long", told * 9)
    assert [memory.get(mark) is not None for mark in ("3", "4", "long")] == [False, False, True]
    store.close()
