"""Calendars tell days, ends, plans and doubts as RFC 5545 has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from format_specimens import AS_OF, LINKS, timeline
from icalendar import Calendar
from whole_days import whole_day

from timeline.formats.ics import written
from timeline.interval import Granularity, Interval
from timeline.model import Account, Event, Source, Stage, Status, Step, When

DAY = whole_day(datetime(2024, 9, 24), "on Tuesday")
SOURCE = Source(
    article="a" * 32,
    title="Board to meet",
    url=None,
    publisher="Port Ellery Gazette",
    published=AS_OF,
    quote="The board meets on Tuesday.",
    start=0,
    end=27,
)
PLAN = Event(
    id="1" * 32,
    headline="The board meets",
    status=Status.SCHEDULED,
    when=DAY,
    sources=(SOURCE,),
    importance=0.5,
)


def entry(event: Event) -> Any:  # noqa: ANN401
    return Calendar.from_ical(written(timeline(event), LINKS)).walk()[1]


def at(start: datetime | None, end: datetime | None, granularity: Granularity = Granularity.DAY, **more: Any) -> When:  # noqa: ANN401
    return replace(DAY, interval=Interval(start, end), granularity=granularity, **more)


def test_a_day_ends_before_the_next_one_begins() -> None:
    told = entry(PLAN)
    assert (told["DTSTART"].dt, told["DTEND"].dt) == (date(2024, 9, 24), date(2024, 9, 25))
    assert str(told["SUMMARY"]) == "The board meets"
    assert told["TRANSP"] == "TRANSPARENT"


def test_a_clock_time_is_told_in_utc_or_as_the_clock_shows_it() -> None:
    here = at(datetime(2024, 9, 24, 10), datetime(2024, 9, 24, 10, 1), Granularity.MINUTE)
    assert entry(replace(PLAN, when=here))["DTSTART"].dt == datetime(2024, 9, 24, 10)
    told = entry(replace(PLAN, when=replace(here, offset=60)))["DTSTART"].dt
    assert (told.replace(tzinfo=None), told.utcoffset()) == (datetime(2024, 9, 24, 9), timedelta())


@pytest.mark.parametrize(
    ("when", "start", "said"),
    [
        (at(None, datetime(2024, 9, 25)), date(2024, 9, 24), "until 24 September 2024"),
        (at(datetime(2024, 9, 24), None), date(2024, 9, 24), "from 24 September 2024 on"),
    ],
)
def test_an_open_end_is_told_by_the_known_one_and_said_in_the_summary(when: When, start: date, said: str) -> None:
    told = entry(replace(PLAN, when=when))
    assert told["DTSTART"].dt == start
    assert said in str(told["SUMMARY"])
    assert ".." in str(told["X-DATELINE-EDTF"])


def test_an_approximate_time_is_said_to_be_one() -> None:
    when = at(datetime(2024, 9, 20), datetime(2024, 11, 1), Granularity.WEEK, approximate=True)
    told = entry(replace(PLAN, when=when, status=Status.POSSIBLE))
    assert "approximately" in str(told["SUMMARY"])
    assert (told["DTSTART"].dt, told["DTEND"].dt) == (date(2024, 9, 20), date(2024, 11, 1))
    assert told["STATUS"] == "TENTATIVE"


def test_what_has_no_date_stands_in_the_calendar_without_one() -> None:
    told = entry(replace(PLAN, when=replace(DAY, interval=None)))
    assert (told.name, "DTSTART" in told, told["STATUS"]) == ("VJOURNAL", False, "DRAFT")


@pytest.mark.parametrize(
    ("event", "status"),
    [
        (PLAN, "CONFIRMED"),
        (replace(PLAN, status=Status.OCCURRED), "CONFIRMED"),
        (replace(PLAN, status=Status.ONGOING), "CONFIRMED"),
        (replace(PLAN, status=Status.POSSIBLE), "TENTATIVE"),
        (replace(PLAN, status=Status.DENIED), "CANCELLED"),
        (replace(PLAN, when=replace(DAY, approximate=True)), "TENTATIVE"),
        (replace(PLAN, when=at(datetime(2024, 9, 1), datetime(2024, 10, 1), Granularity.MONTH)), "TENTATIVE"),
        (replace(PLAN, life=(Step(stage=Stage.SILENT, when=DAY),)), "TENTATIVE"),
        (replace(PLAN, accounts=(Account(when=DAY, status=Status.DENIED, sources=(SOURCE,)),)), "TENTATIVE"),
    ],
)
def test_a_status_says_how_sure_it_is(event: Event, status: str) -> None:
    assert entry(event)["STATUS"] == status


def test_a_plan_that_is_moved_and_called_off_stays_the_same_entry() -> None:
    later = at(datetime(2024, 10, 1), datetime(2024, 10, 2))
    announced = Step(stage=Stage.ANNOUNCED, when=DAY, source=SOURCE)
    moved = replace(PLAN, when=later, life=(announced, Step(stage=Stage.MOVED, when=later, source=SOURCE)))
    off = replace(
        moved, status=Status.DENIED, life=(*moved.life, Step(stage=Stage.CANCELLED, when=later, source=SOURCE))
    )
    first, second, third = (entry(event) for event in (PLAN, moved, off))
    assert first["UID"] == second["UID"] == third["UID"]
    assert [int(told["SEQUENCE"]) for told in (first, second, third)] == [0, 1, 2]
    assert second["DTSTART"].dt == date(2024, 10, 1)
    assert third["STATUS"] == "CANCELLED"
    assert "Moved to a new date" in str(second["DESCRIPTION"])


def test_moments_are_those_of_the_sources() -> None:
    later = replace(SOURCE, published=AS_OF + timedelta(days=2))
    told = entry(replace(PLAN, sources=(SOURCE, later)))
    assert told["CREATED"].dt == AS_OF
    assert told["LAST-MODIFIED"].dt == told["DTSTAMP"].dt == later.published
