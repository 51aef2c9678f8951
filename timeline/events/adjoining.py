"""Months and years named one after the other are one time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.algebra.derivation import Joined
from timeline.interval import Granularity, Interval
from timeline.model import Timex, TimexValue
from timeline.syntax.cues import Cues

_JOINT = 8
"""Characters between two times, at most."""


def adjoining(timexes: Sequence[Timex], text: str, cues: Cues) -> Sequence[Timex]:
    """ "in January and February" as one; days keep apart, for on each of them something may have happened."""
    found: list[Timex] = []
    for timex in timexes:
        whole = _both(found[-1], timex, text, cues) if found else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(timex)
    return found


def _both(one: Timex, other: Timex, text: str, cues: Cues) -> Timex | None:
    mine, theirs = one.when, other.when
    if mine.granularity is not theirs.granularity or mine.granularity <= Granularity.WEEK:
        return None
    if other.start - one.end > _JOINT or text[one.end : other.start].strip().lower() not in cues.coordinators:
        return None
    first, last = mine.interval, theirs.interval
    if first is None or last is None or first.end is None or first.end != last.start:
        return None
    when = replace(
        mine,
        interval=Interval(first.start, last.end),
        timex=TimexValue(type=mine.timex.type, value=f"{mine.timex.value}/{theirs.timex.value}"),
        text=text[one.start : other.end],
        approximate=mine.approximate or theirs.approximate,
        derivation=Joined(mine.derivation, theirs.derivation),
    )
    return replace(one, end=other.end, when=when)
