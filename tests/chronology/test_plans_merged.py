"""A plan has one life, whoever tells of it: made, moved, called off, outdone by what happened, or silent."""

from __future__ import annotations

from happenings_told import OPENS, days_of, life_of, only
from reports import report

from timeline.chronology.merging import merged
from timeline.model import Stage, Status


def test_what_happened_outdoes_what_was_planned_and_is_its_last_step() -> None:
    plan = report(OPENS, 30, status=Status.SCHEDULED)
    again = report(
        "The tram line to Sundby opens on time", 30, publisher="Herald", published=25, status=Status.SCHEDULED
    )
    opened = report("The tram line to Sundby opened", 30, publisher="Observer", published=31)
    found = only(opened, plan, again)
    assert found.status is Status.OCCURRED
    assert life_of(found) == [Stage.ANNOUNCED, Stage.CONFIRMED, Stage.HAPPENED]


def test_a_plan_that_is_moved_stands_at_its_new_date_without_a_conflict() -> None:
    moved = "The opening of the tram line to Sundby has been postponed"
    found = only(
        report(OPENS, 30, status=Status.SCHEDULED),
        report(moved, 60, publisher="Herald", published=25, status=Status.SCHEDULED),
    )
    assert days_of(found) == ("2025-03-02", "2025-03-02")
    assert life_of(found) == [Stage.ANNOUNCED, Stage.MOVED]
    assert found.accounts == ()


def test_a_plan_that_is_called_off_is_denied() -> None:
    off = report("The tram line to Sundby will not open", 30, publisher="Herald", published=25, status=Status.DENIED)
    found = only(report(OPENS, 30, status=Status.SCHEDULED), off)
    assert (found.status, life_of(found)) == (Status.DENIED, [Stage.ANNOUNCED, Stage.CANCELLED])


def test_a_plan_is_silent_once_a_newer_report_of_anything_follows_its_date() -> None:
    plan = report(OPENS, 30, status=Status.SCHEDULED)
    for later, steps in ((30, [Stage.ANNOUNCED]), (31, [Stage.ANNOUNCED, Stage.SILENT])):
        other = report("Rebels attacked a convoy near Arlen", 3, published=later)
        assert life_of(merged([plan, other])[1]) == steps
