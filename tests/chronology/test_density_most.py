"""Where most events of a topic lie."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timeline.density import Bin, Density, Stretch
from timeline.model import Status, Topic

DAYS = st.integers(0, 40).map(lambda number: date(2024, 1, 1) + timedelta(number))
RUNS = st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days)))
COUNTS = st.integers(1, 5)


def density(bins: list[tuple[date, int]], stretches: list[tuple[date | None, date | None, int]]) -> Density:
    return Density(
        topic=Topic("harbour", "Harbour"),
        as_of=datetime(2024, 3, 1, tzinfo=UTC),
        first=date(2024, 1, 1),
        last=date(2024, 2, 10),
        unit=1,
        bins=tuple(Bin(first=day, last=day, counts={Status.OCCURRED: count}) for day, count in bins),
        stretches=tuple(Stretch(first=a, last=b, status=Status.OCCURRED, count=count) for a, b, count in stretches),
    )


@given(st.lists(st.tuples(DAYS, COUNTS), max_size=8), st.lists(st.tuples(RUNS, COUNTS), max_size=4), RUNS, COUNTS)
def test_no_shorter_run_holds_more_than_half(
    bins: list[tuple[date, int]], long: list[tuple[tuple[date, date], int]], other: tuple[date, date], ends: int
) -> None:
    stretches = [(*run, count) for run, count in long]
    found = density(bins, [*stretches, (None, other[1], ends)])
    events = [(day, day, count) for day, count in bins] + stretches
    whole = sum(count for _, _, count in events) + ends

    def held(first: date, last: date) -> int:
        return sum(count for begin, end, count in events if first <= begin and end <= last)

    if found.most is None:
        assert 2 * (whole - ends) <= whole
        return
    first, last = found.most
    assert 2 * held(first, last) > whole
    if last - first < other[1] - other[0]:
        return
    assert last - first == other[1] - other[0] or 2 * held(*other) <= whole


def test_of_runs_that_are_as_short_the_earliest_is_told() -> None:
    days = [date(2024, 1, day) for day in (1, 5, 9)]
    assert density([(day, 1) for day in days], []).most == (days[0], days[1])
    assert density([], []).most is None
