"""The time that several reports of a happening leave it, and the accounts that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from timeline.chronology.grouping import ordered
from timeline.chronology.trace import Trace
from timeline.chronology.voices import voices
from timeline.edtf import edtf
from timeline.interval import Interval
from timeline.model import Account, Event, Grounds, Source, Status, TimexValue, When

_NOT_YET = {Status.OCCURRED: 4, Status.ONGOING: 3, Status.DENIED: 2, Status.SCHEDULED: 1, Status.POSSIBLE: 0}
_FACTS = (Status.OCCURRED, Status.ONGOING)
_GROUNDS = {Grounds.EXPRESSION: 0, Grounds.STORY: 1, Grounds.PUBLICATION: 2}


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
    best = min(_GROUNDS[report.event.grounds] for report in reports)
    grounded = [report for report in reports if _GROUNDS[report.event.grounds] == best]
    if best == _GROUNDS[Grounds.PUBLICATION]:
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


def current(dates: Sequence[Dated]) -> tuple[Dated, list[Dated]]:
    """The date that holds, and the others that contradict it: not those that a later report has moved."""
    moved = [date for date in dates if any(report.trace.moves for report in date.reports)] if len(dates) > 1 else []
    if not moved:
        first = max(dates, key=lambda date: (voices(date.sources), date.newest, date.reports[-1].key))
        return first, [date for date in dates if date is not first]
    holding = max(moved, key=lambda date: _moving(date)[-1])
    since = _moving(holding)[0][0]
    late = [date for date in dates if date is not holding and not _superseded(date, since)]
    return holding, late


def _moving(date: Dated) -> list[tuple[int, int]]:
    return [report.key for report in date.reports if report.trace.moves]


def _superseded(date: Dated, since: int) -> bool:
    """What was to be and was said before, or is told with the move itself."""
    return all(
        report.trace.planned and (report.trace.published <= since or report.trace.moves) for report in date.reports
    )


def status(date: Dated) -> Report:
    """The report whose status counts: the newest; what took place outdoes what was only planned."""
    told = [report for report in date.reports if report.event.status in _FACTS]
    denials = [report for report in date.reports if report.event.status is Status.DENIED]
    if told and not disputed(date):
        return told[-1]
    return max(told + denials if told else date.reports, key=lambda one: (one.published, _NOT_YET[one.event.status]))


def disputed(date: Dated) -> bool:
    """Whether some say that it took place, and some, not before it was to, that it did not."""
    told = any(report.event.status in _FACTS for report in date.reports)
    start = date.interval.start
    return told and any(
        report.event.status is Status.DENIED and (start is None or report.published.replace(tzinfo=None) >= start)
        for report in date.reports
    )


def when(date: Dated) -> When:
    """The time of the report that tells it most finely, cut to what the others leave."""
    base = min(
        date.reports, key=lambda one: (_GROUNDS[one.event.grounds], one.width, one.event.when.granularity, one.key)
    )
    told = base.event.when
    if told.interval is None or told.interval == date.interval:
        return told
    cut = replace(told, interval=date.interval)
    texts = dict.fromkeys(
        report.event.when.text for report in sorted(date.reports, key=lambda one: (one.width, one.key))
    )
    value = edtf(replace(cut, approximate=False)) or told.timex.value
    return replace(
        cut,
        timex=TimexValue(type=told.timex.type, value=value),
        text=" / ".join(texts),
        anchor=None,
        explanation=f"{value} is what {len(date.reports)} reports leave",
    )


def accounts(holding: Dated, others: Sequence[Dated]) -> tuple[Account, ...]:
    """Empty when nothing is disputed."""
    if not others and not disputed(holding):
        return ()
    return tuple(account for date in (holding, *others) for account in _accounts(date))


def _accounts(date: Dated) -> Iterator[Account]:
    if not disputed(date):
        yield Account(when=when(date), status=status(date).event.status, sources=date.sources)
        return
    for facts in (True, False):
        reports = [report for report in date.reports if (report.event.status is not Status.DENIED) is facts]
        part = Dated(date.interval, tuple(reports))
        yield Account(when=when(date), status=status(part).event.status, sources=part.sources)
