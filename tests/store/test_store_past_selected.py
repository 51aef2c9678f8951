"""Of the past, pages are turned over and events selected as of the present."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from choosing import chosen
from histories import LENIENT, history, numbers, told_by
from hypothesis import given
from hypothesis import strategies as st
from reports import happenings
from store_specimens import article, done, event

from timeline.chronology.selected import selected
from timeline.interval import Granularity
from timeline.model import Event, Order, Status, Topic
from timeline.search import query
from timeline.selection import EVERYTHING, Selection
from timeline.store import Store


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("limit", [1, 2, 7])
def test_its_pages_in_either_order_are_the_whole(store: Store, limit: int, order: Order) -> None:
    then, shown = history(store)
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


@LENIENT
@given(told=st.lists(st.lists(happenings, max_size=5), min_size=2, max_size=2), asked=SELECTIONS)
def test_the_same_is_selected_of_the_past_as_of_the_present(
    store: Store, told: list[list[Event]], asked: Selection
) -> None:
    """What the database selects along its indexes, and the predicate of one event, agree."""
    topic = Topic(f"chosen-{next(numbers)}", "T")
    for name, events in zip(("article-a", "article-b"), told, strict=True):
        read, known = article(name, publisher=name), told_by(name, events)
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
