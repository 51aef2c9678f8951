"""A timeline as it was known at a moment is what the store answered then, whatever came or went since."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from store_specimens import RECEIVED, article, done, entry, event
from test_store_selections import chosen

from timeline.chronology.selected import selected
from timeline.interval import Granularity
from timeline.model import Event, Order, Status, Timeline, Topic
from timeline.progress import State
from timeline.search import query
from timeline.selection import EVERYTHING, Selection
from timeline.store import OutOfReach, Reread, Store, open_store
from timeline.store.past import moments, recalling

sys.path.append(str(Path(__file__).parents[1] / "chronology"))
from reports import LINES, happenings, report

_numbers = count()
_LENIENT = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def _by(name: str, events: list[Event]) -> tuple[Event, ...]:
    return tuple(
        replace(one, id=f"{name}-{number}", sources=(replace(one.sources[0], article=name, publisher=name),))
        for number, one in enumerate(events)
    )


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


@_LENIENT
@given(deliveries=DELIVERIES)
def test_each_moment_is_told_as_it_was_told_then(
    store: Store, deliveries: list[tuple[str, str, list[Event], tuple[str, ...]]]
) -> None:
    prefix = f"past-{next(_numbers)}"
    topics = [Topic(f"{prefix}-{slug}", "T") for slug in "pq"]
    store.replace(entry(f"{prefix}-first", topics=tuple(topics)))
    beginning = datetime.now(UTC)
    then: list[tuple[datetime, list[Timeline]]] = []
    for later, (letter, kind, events, slugs) in enumerate(deliveries):
        name, under = f"{prefix}-{letter}", tuple(Topic(f"{prefix}-{slug}", "T") for slug in slugs)
        version = done(name, later, topics=under, events=_by(name, events))
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


def _history(store: Store) -> tuple[datetime, list[Event]]:
    """A moment with five articles which all say something else by now, and one of which is withdrawn."""
    for number in range(5):
        lines = [report(LINES[place % len(LINES)], 3 * place, publisher=f"P{number}") for place in range(number, 10)]
        store.replace(done(f"n{number}", events=_by(f"n{number}", lines)))
    shown, then = chosen(store, EVERYTHING), datetime.now(UTC)
    for number in range(4):
        store.replace(done(f"n{number}", 1, events=(event(f"n{number}"),)))
    store.withdraw("n4", datetime.now(UTC))
    return then, shown


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("limit", [1, 2, 7])
def test_its_pages_in_either_order_are_the_whole(store: Store, limit: int, order: Order) -> None:
    then, shown = _history(store)
    found = chosen(store, Selection(as_of=then, order=order), limit)
    assert len(found) > 7
    assert found == (shown if order is Order.ASC else shown[::-1])


@pytest.mark.parametrize("order", Order)
def test_pages_go_on_where_they_were_when_the_present_becomes_past(store: Store, order: Order) -> None:
    store.replace(done(events=tuple(event(f"e{number}") for number in range(5))))
    now = Selection(as_of=datetime.now(UTC), order=order)
    whole = chosen(store, now)
    first = store.timeline("harbour", now, limit=2)
    assert first is not None
    store.replace(done(later=1, events=(event("new"),)))
    second = store.timeline("harbour", now, limit=9, after=first.next)
    assert second is not None
    assert [*first.events, *second.events] == whole


WORDS = ["ferry", "-ferry", "sank OR council", "the AND NOT harbour", '"off cape"', "ferr*", "nothing"]
DAYS = st.none() | st.dates(date(2024, 12, 30), date(2025, 2, 15))


def _selection(
    between: tuple[date | None, date | None], importance: float, source: str | None, words: str | None, **fields: object
) -> Selection:
    first, last = between
    if first and last and first > last:
        first, last = last, first
    return Selection(
        first=first, last=last, min_importance=importance, source=source, query=words and query(words), **fields
    )


SELECTIONS = st.builds(
    _selection,
    between=st.tuples(DAYS, DAYS),
    importance=st.sampled_from([0.0, 0.0, 0.3, 0.4, 0.5]),
    source=st.sampled_from([None, None, "article-a", "ARTICLE-B", "nobody"]),
    words=st.sampled_from([None, None, *WORDS]),
    statuses=st.frozensets(st.sampled_from(Status), max_size=2),
    granularities=st.frozensets(st.sampled_from([Granularity.DAY, Granularity.WEEK]), max_size=1),
    order=st.sampled_from(Order),
)


@_LENIENT
@given(told=st.lists(st.lists(happenings, max_size=5), min_size=2, max_size=2), asked=SELECTIONS)
def test_the_same_is_selected_of_the_past_as_of_the_present(
    store: Store, told: list[list[Event]], asked: Selection
) -> None:
    """What the database selects along its indexes, and the predicate of one event, agree."""
    topic = Topic(f"chosen-{next(_numbers)}", "T")
    for name, events in zip(("article-a", "article-b"), told, strict=True):
        read, known = article(name, publisher=name), _by(name, events)
        store.replace(done(f"{topic.slug}-{name}", topics=(topic,), events=known, article=read))
    whole, then = chosen(store, EVERYTHING, slug=topic.slug), datetime.now(UTC)
    wanted = chosen(store, replace(asked, order=Order.ASC), slug=topic.slug)
    assert [one for one in whole if selected(one, asked, topic.title)] == wanted
    for name in ("article-a", "article-b"):
        store.replace(done(f"{topic.slug}-{name}", 1, topics=(topic,), events=()))
    past = chosen(store, replace(asked, as_of=then), 2, topic.slug)
    assert past == (wanted if asked.order is Order.ASC else wanted[::-1])


def test_each_filter_asks_for_what_it_says() -> None:
    one = event("e1", status=Status.POSSIBLE)
    for wanted in (
        Selection(statuses=frozenset({Status.POSSIBLE})),
        Selection(granularities=frozenset({Granularity.WEEK})),
        Selection(source="EXAMPLE"),
        Selection(source="a1"),
        Selection(min_importance=0.01),
    ):
        assert selected(one, wanted, "Harbour")
    for other in (
        Selection(statuses=frozenset({Status.OCCURRED})),
        Selection(granularities=frozenset({Granularity.DAY})),
        Selection(source="Exam"),
        Selection(source="A1"),
        Selection(min_importance=0.99),
    ):
        assert not selected(one, other, "Harbour")


def test_what_is_too_much_to_tell_again_is_said_to_be(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    then, _ = _history(store)
    monkeypatch.setattr(moments, "MOST", 3)
    with pytest.raises(OutOfReach, match="more than 3 reports"):
        store.timeline("harbour", Selection(as_of=then))


def test_no_more_is_remembered_than_is_said(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(url)
    _, shown = _history(store)
    memory = recalling.Memory()
    monkeypatch.setattr(recalling, "REMEMBERED", 2 * len(shown))
    told = [recalling.Standing(recalling.place(one, 0), one) for one in shown]
    for number in range(5):
        memory.put(str(number), told)
    assert [memory.get(str(number)) is not None for number in range(5)] == [False, False, False, True, True]
    memory.put("long", told * 9)
    assert [memory.get(mark) is not None for mark in ("3", "4", "long")] == [False, False, True]
    store.close()
