"""What every store promises of how a topic's events lie in time."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_specimens import done, event, intervals, local

from timeline.density import Bin, Density, Stretch
from timeline.interval import Interval
from timeline.model import Status
from timeline.selection import Selection
from timeline.store import Store, at, back

SEPTEMBER = Selection(first=date(2024, 9, 1), last=date(2024, 9, 30))
ANY_DRAWN = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


def density(store: Store, selection: Selection, bins: int) -> Density:
    found = store.density("harbour", selection, bins=bins)
    assert found is not None
    return found


def day(number: int) -> Interval:
    return Interval(local(number), local(number + 1))


def told(store: Store, **times: Interval | None) -> None:
    store.replace(done(events=tuple(event(name, interval) for name, interval in times.items())))


def test_short_events_are_counted_where_their_middle_lies(store: Store) -> None:
    told(store, one=day(3), other=day(3), weekend=Interval(local(6), local(9)), late=day(29))
    found = density(store, SEPTEMBER, 30)
    assert (found.unit, found.count, found.stretches) == (1, 4, ())
    assert {each.first.day: each.counts for each in found.bins} == {
        3: {Status.OCCURRED: 2}, 7: {Status.OCCURRED: 1}, 29: {Status.OCCURRED: 1},
    }  # fmt: skip


def test_longer_ones_are_told_from_column_to_column(store: Store) -> None:
    """To the column, and no further than what was asked for; an open end stays open."""
    told(store, week=Interval(local(9), local(16)), summer=Interval(datetime(2024, 6, 1), local(11)),
         since=Interval(local(20), None), until=Interval(None, local(5)), never=None)  # fmt: skip
    found = density(store, SEPTEMBER, 15)
    assert (found.unit, found.bins) == (2, ())
    ends = {(each.first and each.first.day, each.last and each.last.day) for each in found.stretches}
    assert ends == {(9, 16), (1, 10), (19, None), (None, 4), (None, None)}
    assert {(each.status, each.count) for each in found.stretches} == {(Status.OCCURRED, 1)}


def test_without_days_the_columns_span_the_known_ends(store: Store) -> None:
    told(store, first=day(3), since=Interval(local(20), None), never=None)
    found = density(store, Selection(), 6)
    assert (found.first, found.last, found.unit) == (date(2024, 9, 3), date(2024, 9, 20), 3)
    told(store, never=None)
    found = density(store, Selection(), 6)
    assert (found.first, found.last) == (None, None)
    assert found.stretches == (Stretch(first=None, last=None, status=Status.OCCURRED, count=1),)


def test_an_unknown_topic_has_none_and_no_columns_are_refused(store: Store) -> None:
    assert store.density("nosuch") is None
    assert store.density("har\0bour") is None
    with pytest.raises(ValueError, match="1 or more"):
        store.density("harbour", bins=0)


@ANY_DRAWN
@given(times=st.lists(intervals(), max_size=8), bins=st.integers(1, 40), whole=st.booleans())
def test_every_event_is_counted_once_within_its_time(
    store: Store, times: list[Interval | None], bins: int, whole: bool
) -> None:
    selection = Selection() if whole else SEPTEMBER
    told(store, **{f"e{place}": interval for place, interval in enumerate(times)})
    found = density(store, selection, bins)
    page = store.timeline("harbour", selection, limit=100)
    assert page is not None
    assert found.count == page.count
    firsts = [each.first for each in found.bins]
    assert firsts == sorted(set(firsts))
    assert all((each.last - each.first).days < found.unit for each in found.bins)
    if found.first is not None:
        assert -(-((found.last or found.first) - found.first + timedelta(days=1)).days // found.unit) <= bins
        assert all(each.first is None or found.first <= each.first for each in [*found.bins, *found.stretches])


def test_statuses_are_counted_apart(store: Store) -> None:
    statuses = [Status.OCCURRED, Status.SCHEDULED, Status.SCHEDULED, Status.DENIED]
    store.replace(done(events=tuple(event(f"e{n}", day(3), status=each) for n, each in enumerate(statuses))))
    (found,) = density(store, SEPTEMBER, 10).bins
    assert found == Bin(first=date(2024, 9, 1), last=date(2024, 9, 3), counts=Counter(statuses))


def test_a_timeline_can_be_opened_at_a_day_and_walked_both_ways(store: Store) -> None:
    told(store, **{f"d{number}": day(number) for number in range(1, 21)})

    def names(selection: Selection, after: str | None) -> tuple[list[str], str | None, str | None]:
        page = store.timeline("harbour", selection, limit=4, after=after)
        assert page is not None
        return [each.id for each in page.events], page.next, page.previous

    onward = Selection()
    found, following, preceding = names(onward, at(date(2024, 9, 10), onward))
    assert found == ["d10", "d11", "d12", "d13"]
    assert names(onward, following)[0] == ["d14", "d15", "d16", "d17"]
    assert names(back(onward), preceding)[0] == ["d9", "d8", "d7", "d6"]
    assert names(back(onward), at(date(2024, 9, 10), back(onward)))[0] == ["d10", "d9", "d8", "d7"]
    assert names(onward, None)[2] is None
