"""Pages of a timeline, put one after the other, are the timeline."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_specimens import done, event, intervals, pages

from timeline.interval import Interval
from timeline.model import Event, Order, Topic
from timeline.selection import Selection
from timeline.store import Store, at, open_store

_slugs = (f"topic-{number}" for number in count())


def _order(event: Event) -> tuple[object, ...]:
    """The order as the contract words it, by other means than the store's."""
    interval = event.when.interval or Interval(None, None)
    last = interval.end and interval.end - timedelta(seconds=1)
    return (
        _first(interval.start, "days"),
        _last(last, "days"),
        _first(interval.start),
        _last(interval.end),
        event.id,
    )


def _first(moment: datetime | None, unit: str = "") -> tuple[int, str]:
    return (0, "") if moment is None else (1, str(moment.date() if unit else moment))


def _last(moment: datetime | None, unit: str = "") -> tuple[int, str]:
    return (1, "") if moment is None else (0, str(moment.date() if unit else moment))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    told=st.lists(st.tuples(intervals(), st.text("abÄ😀", min_size=1, max_size=2)), max_size=25, unique=True),
    articles=st.integers(1, 3),
    limit=st.integers(1, 30),
)
def test_pages_put_together_are_the_whole_order_whatever_their_size(
    store: Store, told: list[tuple[Interval | None, str]], articles: int, limit: int
) -> None:
    topic = Topic(next(_slugs), "T")
    events = [event(name, interval) for interval, name in told]
    for number in range(articles):
        store.replace(done(f"{topic.slug}-{number}", topics=(topic,), events=tuple(events[number::articles])))
    found = pages(store, topic.slug, limit)
    read = [one for page in found for one in page]
    assert [_order(one) for one in read] == sorted(map(_order, events))
    assert all(one in events for one in read)
    assert all(len(page) == limit for page in found[:-1])
    assert len(found[-1]) <= limit


def test_what_lies_next_to_a_day_is_what_pages_that_begin_there_tell(store: Store) -> None:
    for number in range(9):
        begin = datetime(2024, 9, 1 + number // 2)
        store.replace(
            done(str(number), events=(event(str(number), Interval(begin, begin + timedelta(days=number + 1))),))
        )
    for day, limit in product([date(2024, 8, 30), date(2024, 9, 3), date(2024, 9, 20)], [1, 3, 20]):
        found = store.around("harbour", day, limit=limit)
        assert found is not None
        for one, order in zip(found, (Order.DESC, Order.ASC), strict=True):
            chosen = Selection(order=order)
            page = store.timeline("harbour", chosen, limit=limit, after=at(day, chosen))
            assert page is not None
            assert (one.events, one.weights) == (page.events, page.weights)
    assert store.around("nowhere", date(2024, 9, 3), limit=3) is None
    assert store.around("no\0where", date(2024, 9, 3), limit=3) is None


def test_what_ends_in_an_error_leaves_nothing_begun(store: Store, url: str) -> None:
    """The next one to ask sees what was written meanwhile."""
    store.replace(done("1", events=(event("1"),)))
    first = store.timeline("harbour", limit=1)
    for cursor in ("broken", "WzFd"):
        with pytest.raises(ValueError, match="after: "):
            store.timeline("harbour", after=cursor)
    with closing(open_store(url)) as other:
        other.replace(done("2", events=(event("2"),)))
        other.withdraw("1", datetime.now(UTC))
    again = store.timeline("harbour", limit=1)
    assert [page and [each.id for each in page.events] for page in (first, again)] == [["1"], ["2"]]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("past", [False, True])
def test_a_page_knows_how_many_events_are_before_it_where_it_is_asked(store: Store, order: Order, past: bool) -> None:
    for number in range(7):
        store.replace(done(str(number), events=(event(str(number)), event(f"{number} again"))))
    known = store.timeline("harbour")
    assert known is not None
    store.replace(done("later", events=(event("later"),)))
    chosen, count = Selection(order=order, as_of=known.as_of if past else None), 14 if past else 15
    found = [store.timeline("harbour", chosen, limit=4, numbered=True)]
    while found[-1] is not None and found[-1].next:
        assert (again := store.timeline("harbour", chosen, limit=4, after=found[-1].next))
        assert again.passed == 0
        found.append(store.timeline("harbour", chosen, limit=4, after=found[-1].next, numbered=True))
    assert [(page.passed, page.count) for page in found if page] == [(passed, count) for passed in (0, 4, 8, 12)]
