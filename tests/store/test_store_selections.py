"""Events are selected by days and turned over in pages, and a cursor belongs to one selection."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from choosing import chosen, later_versions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_specimens import done, event, intervals, local

from timeline.interval import Interval
from timeline.model import Order, Topic
from timeline.selection import EVERYTHING, Contradiction, Selection
from timeline.store import Store

DAYS = st.none() | st.dates(date(2024, 8, 31), date(2024, 9, 20))


def test_an_event_is_between_days_if_any_of_its_time_may_be(store: Store) -> None:
    times = {
        "week": Interval(local(9), local(16)),
        "hour": Interval(local(9, 23), local(10)),
        "from": Interval(local(12), None),
        "until": Interval(None, local(3)),
        "never": None,
    }
    store.replace(done(events=tuple(event(name, interval) for name, interval in times.items())))

    def between(first: int | None, last: int | None) -> set[str]:
        days = {name: date(2024, 9, day) for name, day in (("first", first), ("last", last)) if day}
        return {found.id for found in chosen(store, Selection(**days))}

    assert between(None, None) == set(times)
    assert between(9, 9) == {"week", "hour", "never"}
    assert between(10, 11) == {"week", "never"}
    assert between(15, None) == {"week", "from", "never"}
    assert between(16, 20) == {"from", "never"}
    assert between(None, 2) == {"until", "never"}
    assert between(3, 8) == {"never"}


def test_days_that_contradict_each_other_are_no_selection() -> None:
    with pytest.raises(Contradiction, match="after 'to'"):
        Selection(first=date(2024, 9, 2), last=date(2024, 9, 1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(
    told=st.lists(intervals(), max_size=12),
    first=DAYS,
    last=DAYS,
    limit=st.integers(1, 5),
    order=st.sampled_from(Order),
)
def test_any_selection_in_pages_of_any_size_and_either_order_is_what_overlaps(  # noqa: PLR0917
    store: Store, told: list[Interval | None], first: date | None, last: date | None, limit: int, order: Order
) -> None:
    events = tuple(event(f"e{number}", interval) for number, interval in enumerate(told))
    if first and last and first > last:
        first, last = last, first
    wide = Interval(
        first and local(1).replace(year=first.year, month=first.month, day=first.day),
        last and local(1).replace(year=last.year, month=last.month, day=last.day) + timedelta(days=1),
    )
    version = int(store.replace(done())) + next(later_versions)
    store.replace(done(later=version, events=events))
    whole = chosen(store, EVERYTHING)
    wanted = [one for one in whole if (one.when.interval or Interval(None, None)).overlap(wide)]
    found = chosen(store, Selection(first=first, last=last, order=order), limit)
    assert found == (wanted if order is Order.ASC else wanted[::-1])


def test_a_cursor_is_of_one_selection_alone(store: Store) -> None:
    store.replace(done(events=tuple(event(f"e{number}") for number in range(3))))
    back = Selection(order=Order.DESC)
    page = store.timeline("harbour", back, limit=1)
    assert page is not None
    for other in (EVERYTHING, Selection(order=Order.DESC, first=date(2024, 9, 1))):
        with pytest.raises(ValueError, match="another selection"):
            store.timeline("harbour", other, after=page.next)
    assert store.timeline("harbour", back, after=page.next) is not None
    assert store.timeline("nowhere", back) is None


def test_a_page_told_back_begins_before_the_page_before_it(store: Store) -> None:
    week = timedelta(days=7)
    weeks = [event(f"e{n}", Interval(local(1) + n * week, local(1) + (n + 1) * week)) for n in range(3)]
    store.replace(done(topics=(Topic("harbour", "Harbour"),), events=tuple(weeks)))
    back = Selection(order=Order.DESC)
    first = store.timeline("harbour", back, limit=2)
    assert first is not None
    then = store.timeline("harbour", back, limit=2, after=first.next)
    assert then is not None
    assert [one.id for one in (*first.events, *then.events)] == ["e2", "e1", "e0"]
    assert (then.before, then.order) == (weeks[1].when.interval, Order.DESC)
