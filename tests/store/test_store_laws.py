"""Deliveries may be repeated and come in any order: the newest version is what stays."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_specimens import article, entry, event

from timeline.model import Event, Topic
from timeline.progress import State
from timeline.store import Entry, Store

_names = (f"article-{number}" for number in count())
_RANK = {State.QUEUED: 0, State.PROCESSING: 1, State.DONE: 2, State.FAILED: 2}
_LENIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)

Version = tuple[int, State]
versions = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from([State.QUEUED, State.PROCESSING, State.DONE])),
    unique=True,
    min_size=1,
    max_size=6,
)


def _delivery(name: str, version: Version) -> Entry:
    """Versions differ in their topics, events and text; only finished ones have any."""
    later, state = version
    topics = tuple(Topic(f"{name}-{slug}", "T") for slug in ("even", "odd", "all")[later % 2 :])
    told = tuple(event(f"{name}-{later}-{number}") for number in range(later % 3))
    if state is not State.DONE:
        return entry(name, state, later, topics=topics)
    return entry(name, state, later, topics=topics, article=article(name, text=f"{later}"), events=told)


def _timelines(store: Store, name: str) -> list[tuple[int, tuple[Event, ...]]]:
    pages = [store.timeline(f"{name}-{slug}") for slug in ("even", "odd", "all")]
    return [(page.count, page.events) if page else (0, ()) for page in pages]


def _expected(name: str, told: Entry | None) -> list[tuple[int, tuple[Event, ...]]]:
    events = (told.events or ()) if told else ()
    standing = {topic.slug for topic in told.topics} if told else set()
    return [(len(events), events) if f"{name}-{slug}" in standing else (0, ()) for slug in ("even", "odd", "all")]


@_LENIENT
@given(versions=versions, data=st.data())
def test_any_order_and_repetition_of_deliveries_ends_with_the_newest_version(
    store: Store, versions: list[Version], data: st.DataObject
) -> None:
    """A finished version that is overtaken before it arrives has never been told, and stays so."""
    repeated = data.draw(st.lists(st.sampled_from(versions), max_size=6), "repeated")
    order = data.draw(st.permutations(versions + repeated), "order")
    name, newest, told = next(_names), (-1, 0), None
    for delivery in (_delivery(name, version) for version in order):
        version = (delivery.received.minute, _RANK[delivery.state])
        assert store.replace(delivery) is (version >= newest)
        if version >= newest:
            newest, last, told = version, delivery, delivery if delivery.events is not None else told
    assert store.entry(name) == (replace(last, article=told.article, events=told.events) if told else last)
    assert _timelines(store, name) == _expected(name, told)


@_LENIENT
@given(versions=versions, data=st.data())
def test_once_the_newest_version_is_done_no_order_leaves_a_trace(
    store: Store, versions: list[Version], data: st.DataObject
) -> None:
    name = next(_names)
    newest = _delivery(name, (9, State.DONE))
    for version in data.draw(st.permutations([*versions, (9, State.DONE)]), "order"):
        store.replace(_delivery(name, version))
    settled = [store.timeline(topic.slug) for topic in newest.topics]
    store.replace(newest)
    assert store.entry(name) == newest
    assert _timelines(store, name) == _expected(name, newest)
    assert [store.timeline(topic.slug) for topic in newest.topics] == settled


@_LENIENT
@given(deliveries=st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 5)), max_size=12))
def test_counts_are_those_of_the_events_that_stand_in_the_topic(
    store: Store, deliveries: list[tuple[str, int]]
) -> None:
    prefix = next(_names)
    for author, later in deliveries:
        told = tuple(event(f"{author}-{number}") for number in range(later))
        topics = tuple(Topic(f"{prefix}-{slug}", "T") for slug in ("p", "q")[: later % 3])
        store.replace(entry(f"{prefix}-{author}", State.DONE, later, topics=topics, events=told))
    for summary in store.topics():
        page = store.timeline(summary.topic.slug, limit=1000)
        assert page is not None
        assert page.count == summary.count == len(page.events)
