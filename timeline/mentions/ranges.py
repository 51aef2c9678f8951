"""Two times that are one: the beginning and the end of a range."""

from __future__ import annotations

from dataclasses import replace

from timeline.algebra.derivation import Joined
from timeline.interval import Granularity, Interval
from timeline.model import Timex, TimexValue


def ranges(timexes: tuple[Timex, ...], text: str) -> tuple[Timex, ...]:
    """The expressions with each range as one, from the start of its first to the end of its last: ``first/last``."""
    found: list[Timex] = []
    for timex in timexes:
        whole = _range(found[-1], timex, text) if timex.closes and found else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(timex)
    return tuple(found)


def _range(first: Timex, last: Timex, text: str) -> Timex | None:
    begin, end = first.when.interval, last.when.interval
    if begin is None or end is None or begin.start is None or end.end is None or begin.start >= end.end:
        return None
    closing = end.start if last.when.granularity < Granularity.DAYPART else end.end
    when = replace(
        first.when,
        interval=Interval(begin.start, closing),
        granularity=max(first.when.granularity, last.when.granularity),
        timex=TimexValue(type=first.when.timex.type, value=f"{first.when.timex.value}/{last.when.timex.value}"),
        text=text[first.start : last.end],
        approximate=first.when.approximate or last.when.approximate,
        derivation=Joined(first.when.derivation, last.when.derivation),
    )
    return replace(first, end=last.end, when=when)
