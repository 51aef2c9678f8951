"""What became of a plan, told by the reports in the order of their publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from timeline.chronology.dates import Report
from timeline.chronology.spots import meeting
from timeline.model import Event, Stage, Status, Step

_OVER = {Stage.HAPPENED, Stage.CANCELLED}


def life(reports: Sequence[Report]) -> tuple[Step, ...]:
    """Empty for what nobody ever told as a plan."""
    found = tuple(_steps(reports))
    return found if any(step.stage is Stage.ANNOUNCED for step in found) else ()


def _steps(reports: Sequence[Report]) -> Iterator[Step]:
    """Each stage once for each date that the plan had."""
    planned: Report | None = None
    reached: set[Stage] = set()
    for report in reports:
        stage = _stage(report, planned)
        if stage is None or stage in reached:
            continue
        if stage in (Stage.ANNOUNCED, Stage.MOVED):
            planned, reached = report, {Stage.ANNOUNCED}
        reached |= {stage} - {Stage.MOVED}
        yield Step(stage=stage, when=report.event.when, source=report.event.sources[0])


def _stage(report: Report, planned: Report | None) -> Stage | None:
    status = report.event.status
    if planned is None:
        return Stage.ANNOUNCED if status is Status.SCHEDULED and report.trace.placed else None
    agreed = meeting(report.trace.reach, planned.trace.reach)
    if status is Status.SCHEDULED:
        if agreed:
            return Stage.CONFIRMED if report.trace.publisher != planned.trace.publisher else None
        return Stage.MOVED if report.trace.moves else None
    if status is Status.DENIED:
        return Stage.CANCELLED if agreed else None
    return Stage.HAPPENED if status in (Status.OCCURRED, Status.ONGOING) else None


def silenced(event: Event, newest: datetime | None) -> Event:
    """With a last step where its date has gone by in silence at the ``newest`` report (on its publisher's clock)."""
    end = event.when.interval.end if event.when.interval else None
    over = any(step.stage in _OVER for step in event.life[-1:]) or event.status is not Status.SCHEDULED
    if not event.life or over or end is None or newest is None or newest < end:
        return event
    return replace(event, life=(*event.life, Step(stage=Stage.SILENT, when=event.when)))
