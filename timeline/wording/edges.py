"""The two ends of a stretch by name, each no finer than the time was told."""

from __future__ import annotations

from datetime import datetime

from timeline.interval import Granularity as G
from timeline.model import When
from timeline.wording import names
from timeline.wording.units import century, decade

_LONG = 14  # days from which the far end of "the coming weeks" is no day of its own


def opening(first: datetime, when: When) -> names.Parts:
    return _part_of_month(first) if _vague(when) and _past(first, when) else _edge(first, when)


def closing(last: datetime, when: When) -> names.Parts:
    start = when.interval.start if when.interval is not None else None
    future = start is not None and not _past(start, when)
    return _part_of_month(last) if _vague(when) and future else _edge(last, when)


def _vague(when: When) -> bool:
    """Whether the end away from the anchor is a policy's and nobody's word: "the coming weeks", "a few weeks"."""
    days = when.interval.days if when.interval is not None else None
    counted = when.timex.value.endswith("_REF") or when.timex.value.startswith("PX")
    return when.approximate and counted and when.granularity < G.MONTH and days is not None and days > _LONG


def _past(start: datetime, when: When) -> bool:
    """Whether a vague stretch reaches back from its anchor."""
    if when.timex.value.endswith("_REF"):
        return when.timex.value == "PAST_REF"
    return when.anchor is not None and start.date().isoformat() < when.anchor[:10]


def _edge(moment: datetime, when: When) -> names.Parts:
    if when.granularity < G.MONTH:
        return names.day_parts(moment)
    if when.granularity < G.YEAR:
        return names.month_parts(moment)
    if when.granularity is G.YEAR:
        return (names.year(moment.year),)
    return (decade(moment),) if when.granularity is G.DECADE else (century(moment),)


def _part_of_month(moment: datetime) -> names.Parts:
    """ "the beginning of", "early", "mid", "late" or "the end of" the month: a day that nobody named stays unnamed."""
    left = (moment.replace(day=28) - moment).days
    third = ("early", "mid", "late")[min((moment.day - 1) // 10, 2)]
    third = "the beginning of" if moment.day <= 3 else "the end of" if left <= 0 else third
    return third, *names.month_parts(moment)
