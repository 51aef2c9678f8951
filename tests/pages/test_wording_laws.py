"""What holds for the words of any time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st
from worded import at

from timeline import wording
from timeline.algebra import calendar
from timeline.interval import Granularity as G
from timeline.model import When
from timeline.wording import names

DATES = st.datetimes(datetime(2, 1, 1), datetime(9990, 12, 31))


MODS = st.sampled_from([None, "START", "MID", "END", "APPROX", "BEFORE", "ON_OR_AFTER"])


VALUES = st.sampled_from(["2024", "2024-WI", "2024-09-19TNI", "FUTURE_REF", "PAST_REF", "PXW", "XXXX", ""])


NAMED = re.compile(r"\d{1,2} (?:" + "|".join(names.MONTHS) + ")")


@st.composite
def times(draw: st.DrawFn, finest: G = G.SECOND) -> When:
    ends = draw(st.tuples(st.none() | st.datetimes(), st.none() | st.datetimes()))
    if None not in ends and draw(st.booleans()):
        ends = tuple(sorted(ends))  # type: ignore[type-var, assignment]
    return at(
        *ends,
        draw(st.sampled_from([each for each in G if each >= finest])),
        draw(VALUES),
        mod=draw(MODS),
        approximate=draw(st.booleans()),
        offset=draw(st.none() | st.integers(-1439, 1439)),
        anchor=draw(st.none() | st.just("2024-09-20")),
    )


@given(times())
def test_any_time_has_words(when: When) -> None:
    assert wording.words(when).strip()


@given(times(finest=G.MONTH))
def test_a_month_or_longer_names_no_day(when: When) -> None:
    assert not NAMED.search(wording.words(when))


@given(times(finest=G.YEAR))
def test_a_year_or_longer_names_no_month(when: When) -> None:
    assert not any(month in wording.words(when) for month in names.MONTHS)


@given(times(finest=G.DAYPART))
def test_without_a_clock_time_no_clock_is_named(when: When) -> None:
    assert not re.search(r"\d:\d|[ap]\.m\.|UTC|noon", wording.words(when))


@given(times())
def test_an_approximate_time_says_so(when: When) -> None:
    assume(when.approximate and when.timex.mod not in ("START", "MID", "END"))
    said = wording.words(when)
    assert said == "at a time that is not known" or re.search("about|around", said)


@given(DATES, st.sampled_from([g for g in G if g not in (G.DAYPART, G.SEASON)]))
def test_neighbouring_units_have_different_words(instant: datetime, granularity: G) -> None:
    assume(instant.year < 7000 if granularity is G.MILLENNIUM else instant.year > 1000)
    try:
        one = calendar.unit(granularity, instant)
        other = calendar.unit(granularity, one.end + timedelta(days=5) if granularity is G.WEEKEND else one.end)
    except OverflowError:
        assume(False)
    assert wording.words(at(one.start, one.end, granularity)) != wording.words(at(other.start, other.end, granularity))


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(8000, 1, 1)),
    st.integers(800, 500_000),
    st.sampled_from([g for g in G if G.HOUR < g < G.DECADE]),
)
def test_both_ends_are_inside_what_is_said(first: datetime, days: int, granularity: G) -> None:
    """The years named reach from the first year to the last."""
    end = first + timedelta(days=days)
    said = [int(year) for year in re.findall(r"\b\d{4}\b", wording.words(at(first, end, granularity)))]
    assert said[0] <= first.year
    assert said[-1] >= (end - timedelta(seconds=1)).year
