"""The reports of a happening by the times they leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.chronology.grouping import ordered
from timeline.chronology.trace import Trace
from timeline.interval import Interval
from timeline.model import Event, Grounds, Source

GROUNDS = {Grounds.EXPRESSION: 0, Grounds.STORY: 1, Grounds.PUBLICATION: 2}
"""The best first."""


@dataclass(frozen=True, slots=True)
class Report:
    """One article's event, and its trace."""

    event: Event
    trace: Trace

    @property
    def published(self) -> datetime:
        return self.event.sources[0].published

    @property
    def key(self) -> tuple[int, int]:
        return ordered(self.trace)

    @property
    def width(self) -> float:
        start, end = self.trace.reach
        return float("inf") if start is None or end is None else end - start


@dataclass(frozen=True, slots=True)
class Dated:
    """Reports that leave a common time, in the order of their publication."""

    interval: Interval
    reports: tuple[Report, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        return sources(self.reports)

    @property
    def newest(self) -> datetime:
        return self.reports[-1].published


def sources(reports: Sequence[Report]) -> tuple[Source, ...]:
    return tuple(source for report in reports for source in report.event.sources)


def dated(reports: Sequence[Report]) -> list[Dated]:
    """The reports by the times they leave: one where they agree. Only those with the best grounds for a time count."""
    best = min(GROUNDS[report.event.grounds] for report in reports)
    grounded = [report for report in reports if GROUNDS[report.event.grounds] == best]
    if best == GROUNDS[Grounds.PUBLICATION]:
        return [_dated([grounded[0]], reports)]
    found: list[list[Report]] = []
    for report in sorted(grounded, key=lambda report: (report.width, report.key)):
        common = next((group for group in found if _left([*group, report]) is not None), None)
        if common is None:
            found.append([report])
        else:
            common.append(report)
    undated = [report for report in reports if report not in grounded] if len(found) == 1 else []
    return [_dated(group, sorted([*group, *undated], key=lambda report: report.key)) for group in found]


def _dated(telling: Sequence[Report], reports: Sequence[Report]) -> Dated:
    return Dated(_left(telling) or Interval(None, None), tuple(reports))


def _left(reports: Sequence[Report]) -> Interval | None:
    """What all of them leave; ``None`` when nothing."""
    left: Interval | None = Interval(None, None)
    for report in reports:
        interval = report.event.when.interval
        left = left.overlap(interval) if left is not None and interval is not None else left
    return left
