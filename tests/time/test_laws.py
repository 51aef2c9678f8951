"""What holds on every day from 1900 to 2100 and for every text."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra.calendar import unit
from timeline.algebra.operators import PUBLICATION, Anchors, Bare, Last, Next, This
from timeline.algebra.repeating import Month, Season, Unit, Weekday
from timeline.interval import Granularity as G
from timeline.mentions import Reference, tag

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda day: datetime(day.year, day.month, day.day))
UNITS = [Unit(g) for g in (G.DAY, G.WEEK, G.WEEKEND, G.MONTH, G.QUARTER, G.SEASON, G.HALF, G.YEAR, G.DECADE)]
NAMES = [Weekday(n) for n in range(1, 8)] + [Month(n) for n in range(1, 13)] + [Season(n) for n in (3, 6, 9, 12)]
KINDS = st.sampled_from([*UNITS, *NAMES])
PLAIN = "may march second last next the of week february monday in ago am sun 's - , ."
WORDS = [*PLAIN.split(), "31", "1", "1999", "2024-02-30", "12:61", "1st", "century", "BC", "0", "99", "quarter"]


def anchors(day: datetime, way: int = 0) -> Anchors:
    today = unit(G.DAY, day)
    return Anchors(today, today, today, tense=way)


@given(DAYS, KINDS)
def test_last_is_over_and_next_has_not_begun(day: datetime, kind: Unit) -> None:
    here = anchors(day)
    assert Last(kind).at(here).end <= day
    assert Next(kind).at(here).start >= day + timedelta(days=1)


@given(DAYS, st.sampled_from([u for u in UNITS if u.granularity is not G.WEEKEND]))
def test_last_this_and_next_tile_the_calendar(day: datetime, kind: Unit) -> None:
    here = anchors(day)
    this = This(kind).at(here)
    assert this.start <= day < this.end
    assert Last(kind).at(here).end == this.start
    assert Next(kind).at(here).start == this.end


@given(DAYS, KINDS)
def test_a_bare_name_follows_its_tense_and_today_counts(day: datetime, kind: Unit) -> None:
    past, future = (Bare(kind).at(anchors(day, way)) for way in (-1, 1))
    assert past.start <= day
    assert future.end > day
    assert past == future or (past.end <= day < future.start)


@given(DAYS, st.sampled_from([G.DAY, G.WEEK, G.MONTH, G.QUARTER, G.SEASON, G.YEAR, G.DECADE]))
def test_a_unit_holds_its_day_and_no_other_units(day: datetime, granularity: G) -> None:
    here = unit(granularity, day)
    assert here.start <= day < here.end
    assert unit(granularity, here.start) == here == unit(granularity, here.end - timedelta(seconds=1))
    assert unit(granularity, here.end).start == here.end


@given(DAYS)
def test_weeks_are_iso_weeks(day: datetime) -> None:
    iso = day.isocalendar()
    assert unit(G.WEEK, day).value == f"{iso.year:04d}-W{iso.week:02d}"


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), DAYS)
def test_any_text_is_read_without_fault_and_offsets_are_right(text: str, day: datetime) -> None:
    for timex in tag(text, Reference(day)):
        assert text[timex.start : timex.end] == timex.when.text
        assert timex.when.text.strip() == timex.when.text != ""


@given(st.sampled_from([Last, This, Next]), KINDS, st.dates(date(1999, 3, 1), date(2099, 2, 28)))
def test_nothing_depends_on_the_year_where_the_calendar_repeats(operator: type, kind: Unit, day: date) -> None:
    """The Gregorian calendar repeats every 400 years, days of the week and leap days included."""
    moment = datetime(day.year, day.month, day.day)
    far = moment.replace(year=moment.year + 400)
    if kind == Unit(G.DECADE):
        return
    near_end = operator(kind, base=PUBLICATION).at(anchors(moment)).end
    far_end = operator(kind, base=PUBLICATION).at(anchors(far)).end
    assert far_end - far == near_end - moment


@pytest.mark.parametrize("text", ["may " * 50_000, "1 " * 100_000, "9" * 1_000_000, "may may may 1 1 1 " * 50_000])
def test_long_texts_are_read_in_bounded_time(text: str) -> None:
    """Nothing here takes more than moments; the suite's own time limit would end it otherwise."""
    for timex in tag(text, Reference(datetime(2024, 9, 20))):
        assert text[timex.start : timex.end] == timex.when.text
