"""What the reports of a happening agree on, and the accounts that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.chronology.dates import GROUNDS, Dated, Report
from timeline.chronology.voices import voices
from timeline.edtf import stretch
from timeline.model import Account, Status, TimexValue, When

_NOT_YET = {Status.OCCURRED: 4, Status.ONGOING: 3, Status.DENIED: 2, Status.SCHEDULED: 1, Status.POSSIBLE: 0}
_FACTS = (Status.OCCURRED, Status.ONGOING)


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
        date.reports, key=lambda one: (GROUNDS[one.event.grounds], one.width, one.event.when.granularity, one.key)
    )
    told = base.event.when
    if told.interval is None or told.interval == date.interval:
        return told
    cut = replace(told, interval=date.interval)
    texts = dict.fromkeys(
        report.event.when.text for report in sorted(date.reports, key=lambda one: (one.width, one.key))
    )
    value = stretch(replace(cut, approximate=False)) or told.timex.value
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
