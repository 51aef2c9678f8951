"""Headings of a chronology: days, weeks, months or years, as suits how thickly its events lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby

from api.pages.dated import UNKNOWN
from timeline import wording
from timeline.interval import Granularity as G
from timeline.model import When
from timeline.remembering import Remembering
from timeline.wording.units import last_second

Label = Callable[[When], str]
_FULL = 2  # events that a heading of days or weeks has on average
_MONTHLY = 3
_REMEMBERED = 2000
_SPARSE = 6  # headings of months from which a page with few events under each is told by years


def labels(whens: Sequence[When]) -> Label:
    """What names the group of each of these times."""
    for finest, name in ((G.DAY, _day), (G.WEEK, _week)):
        label = _label(finest, name)
        if len(whens) >= _FULL * _headings(label, whens):
            return label
    by_month = _label(G.MONTH, wording.month)
    headings = sum(1 for _ in groupby(map(by_month, whens)))
    return _label(G.YEAR, _year) if headings > _SPARSE and len(whens) < _MONTHLY * headings else by_month


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
