"""Whole texts mean the same on the same day of another year, where the calendar is the same."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.algebra.calendar import unit
from timeline.algebra.operators import Anchors, Last, Next, This
from timeline.algebra.repeating import Unit
from timeline.interval import Granularity as G
from timeline.mentions import Reference, tag

TEXTS = {
    "en": """They met last week, on Tuesday, yesterday morning, in March and on 29 February. They will meet on Friday,
next month, in the coming weeks, in three days, by Thursday, later this month and early next year. It fell a year ago,
three weeks back, in the third quarter, last winter, this weekend and over the past two months. The next day, a week
later, that month and on Monday 14 March it rose. From 4 to 9 June it was shut; at 10 a.m. on Sunday it opened.""",
    "de": """Sie trafen sich letzte Woche, am Dienstag, gestern Morgen und im März. Sie werden am Freitag kommen,
nächsten Monat, in den kommenden Wochen, in drei Tagen. Vor zwei Jahren, vor drei Wochen und am 4. Juni war es so.""",
}


@pytest.mark.parametrize("language", TEXTS)
@settings(deadline=None)
@given(day=st.dates(date(1905, 1, 1), date(2060, 12, 31)))
def test_a_text_means_the_same_28_years_later(language: str, day: date) -> None:
    """From 1901 to 2099 every fourth year is a leap year, and the days of the week come round after 28."""
    assert _moved(language, day, 28)


@pytest.mark.parametrize("language", TEXTS)
@settings(deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_text_means_the_same_400_years_later(language: str, day: date) -> None:
    assert _moved(language, day, 400)


def _moved(language: str, day: date, years: int) -> bool:
    here = datetime(day.year, day.month, day.day)
    there = here.replace(year=day.year + years)
    return _distances(language, here) == _distances(language, there)


def _distances(language: str, day: datetime) -> list[tuple[str, timedelta, timedelta]]:
    """Each expression, and how far its ends lie from the day of publication."""
    found = [timex.when for timex in tag(TEXTS[language], Reference(day), language)]
    assert len(found) > 9
    ends = ((when.text, when.interval) for when in found if when.interval is not None)
    return [(text, at.start - day, at.end - day) for text, at in ends if at.start is not None and at.end is not None]


def test_weeks_tile_every_day_from_1900_to_2100() -> None:
    """Not a sample: leap years, and years of 53 weeks, included."""
    week = Unit(G.WEEK)
    day = datetime(1900, 1, 1)
    while day.year <= 2100:
        today = unit(G.DAY, day)
        here = Anchors(today, today, today)
        this = This(week).at(here)
        iso = day.isocalendar()
        assert this.value == f"{iso.year}-W{iso.week:02d}"
        assert Last(week).at(here).end == this.start <= day < this.end == Next(week).at(here).start
        day += timedelta(days=1)
