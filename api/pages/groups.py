"""Headings of a chronology: days, weeks, months or years, as suits how thickly its events lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache

from api.pages.dated import UNKNOWN
from timeline import wording
from timeline.interval import Granularity as G
from timeline.model import When
from timeline.remembering import Remembering
from timeline.wording.units import last_second

Label = Callable[[When], str]
_FULL = 2  # events that a heading has on average before finer ones are tried
_REMEMBERED = 2000
_SPARSE = 6  # month headings from which a page with few events a month is told by years


def labels(whens: Sequence[When]) -> Label:
    """What names the group of each of these times."""
    for finest, name in ((G.DAY, _day), (G.WEEK, _week)):
        label = _label(finest, name)
        if len(whens) >= _FULL * _headings(label, whens):
            return label
    by_month = _label(G.MONTH, wording.month)
    months = _headings(by_month, whens)
    return _label(G.YEAR, _year) if months > _SPARSE and len(whens) < _FULL * months else by_month


def _headings(label: Label, whens: Iterable[When]) -> int:
    return len({label(when) for when in whens})


@cache
def _label(unit: G, name: Callable[[datetime], str]) -> Label:
    def label(when: When) -> str:
        if when.interval is None or when.interval.start is None or when.granularity > unit:
            return _coarse(when)
        start, end = when.interval.start, when.interval.end
        if unit > G.WEEK or when.granularity < G.DAY or (end and name(last_second(end)) == name(start)):
            return name(start)
        return f"From {wording.day(start)} on"

    return Remembering(label, _REMEMBERED)


def _day(moment: datetime) -> str:
    return f"{moment:%A} {wording.day(moment)}"


def _week(moment: datetime) -> str:
    monday = moment - timedelta(days=min(moment.weekday(), moment.toordinal() - 1))
    return f"Week of {wording.day(monday)}"


def _year(moment: datetime) -> str:
    return wording.year(moment.year)


def _coarse(when: When) -> str:
    """A heading for what may be in any of several days, months, or years."""
    if when.interval is None or when.interval.start is None:
        return "Beginning not known" if when.interval is not None and when.interval.end else UNKNOWN
    return f"Some time {wording.words(when)}" if when.interval.end else f"{wording.year(when.interval.start.year)} on"
