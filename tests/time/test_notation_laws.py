"""EDTF and TIMEX3 say the same as the interval they stand beside, and nothing is lost on the way back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from edtf import is_valid_edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from notations import edtf_bounds, timex_bounds

from timeline.algebra.calendar import unit
from timeline.algebra.derivation import Derivation
from timeline.edtf import edtf
from timeline.interval import Granularity as G
from timeline.interval import Interval
from timeline.languages import MODULES, grammar
from timeline.mentions import Reference, tag
from timeline.model import TimexValue, When

DAYS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31))
WRITTEN = [g for g in G if g not in (G.HOUR, G.DAYPART)]
_VALUE = TimexValue(type="DATE", value="XXXX")


def examples(language: str) -> str:
    """Every example of the language's rules."""
    texts = (text for rule in grammar(language).rules for text in rule.examples)
    return "\n\n".join(texts).replace("[", "").replace("]", "")


@given(DAYS, st.sampled_from(WRITTEN))
def test_a_unit_s_timex_value_tells_its_bounds(moment: datetime, granularity: G) -> None:
    here = unit(granularity, moment)
    assert timex_bounds(here.value) == (here.start, here.end)


@settings(deadline=None)
@given(DAYS, st.sampled_from(WRITTEN), st.booleans())
def test_a_unit_s_edtf_tells_its_bounds(moment: datetime, granularity: G, approximate: bool) -> None:
    """Those of its days where it is a clock time: EDTF has the time of day of single seconds alone."""
    here = unit(granularity, moment)
    when = When(interval=here.interval, granularity=granularity, timex=_VALUE, text="", approximate=approximate)
    assert is_valid_edtf(edtf(when))
    assert edtf_bounds(edtf(when) or "") == (_dated_bounds(when), approximate)


@given(st.dates(date(1, 1, 1), date(9998, 1, 1)) | st.none(), st.integers(1, 300_000) | st.none(), st.booleans())
def test_any_stretch_of_days_comes_back_from_edtf(first: date | None, days: int | None, approximate: bool) -> None:
    start = None if first is None else datetime(first.year, first.month, first.day)
    end = None if days is None else (start or datetime(1000, 1, 1)) + timedelta(days=days % 365)
    if (start is None and end is None) or start == end:
        return
    when = When(interval=Interval(start, end), granularity=G.DAY, timex=_VALUE, text="", approximate=approximate)
    assert edtf_bounds(edtf(when) or "") == ((start, end), approximate)


@pytest.mark.parametrize("language", MODULES)
@settings(deadline=None, max_examples=4)
@given(day=DAYS)
def test_what_is_read_says_the_same_in_both_notations(language: str, day: datetime) -> None:
    """EDTF has no hours of a day's parts; a modifier, an open end and a vague word have bounds of their own."""
    for timex in tag(examples(language), Reference(day), language):
        when = timex.when
        if when.interval is None or when.granularity in (G.HOUR, G.DAYPART):
            continue
        bounds = _told(when.interval, when.granularity)
        assert is_valid_edtf(edtf(when))
        assert edtf_bounds(edtf(when) or "")[0] == _dated_bounds(when)
        made = when.derivation
        plain = when.timex.mod is None and isinstance(made, Derivation) and not made.opened
        if plain and when.timex.type in ("DATE", "TIME") and _dated(when.timex.value):
            assert timex_bounds(when.timex.value) == bounds, when.text


def _told(here: Interval, granularity: G) -> tuple[datetime | None, datetime | None]:
    """In whole days, but for clock times: "late on Tuesday" is Tuesday."""
    if granularity < G.DAYPART:
        return here.start, here.end
    start = here.start and unit(G.DAY, here.start).start
    return start, here.end and unit(G.DAY, here.end - timedelta(seconds=1)).end


def _dated_bounds(when: When) -> tuple[datetime | None, datetime | None]:
    """EDTF tells the time of day of a single second alone."""
    assert when.interval is not None
    start, end = when.interval
    exact = start and end and end - start == timedelta(seconds=1)
    return _told(when.interval, when.granularity if exact and not when.approximate else G.DAY)


def _dated(value: str) -> bool:
    return value[:1].isdigit() and "/" not in value
