"""Plans in words: told for some time up to a day, a plan is due "by" it, and only as probable as its source says."""

from __future__ import annotations

from datetime import date

from timeline.interval import Granularity as G
from timeline.model import Event, Status, When
from timeline.wording.phrases import words
from timeline.wording.units import inclusive, unit, unit_bounds

_AHEAD = (Status.SCHEDULED, Status.POSSIBLE)
_ENDS = {"START": "early ", "MID": "the middle of "}
_PROBABLY = frozenset({"likely", "presumably", "probable", "probably", "voraussichtlich", "wahrscheinlich"})


def told(event: Event) -> str:
    """ "probably by the end of October 2024", "on 24 September 2024"."""
    probably = event.reason is not None and event.reason.words.casefold() in _PROBABLY
    return f"{'probably ' if probably and event.status in _AHEAD else ''}{_placed(event)}"


def _placed(event: Event) -> str:
    when = event.when
    if event.status not in _AHEAD or not _deadline(when) or when.interval is None or when.interval.end is None:
        return words(when)
    last = inclusive(when.interval)[1]
    named = unit(last, last, when.granularity, when.timex)
    if named is None:
        return words(when)
    about = "about " if when.approximate else ""
    return f"by {about}{_ENDS.get(when.timex.mod or '', _end(when.granularity))}{named.name}"


def _end(granularity: G) -> str:
    return "" if granularity is G.DAY else "the end of "


def _deadline(when: When) -> bool:
    """Whether what was told is the end alone, and the stretch before it reaches back to the day it was told on."""
    interval = when.interval
    if interval is None or interval.start is None or interval.end is None or when.anchor is None:
        return False
    if when.granularity < G.DAY or "/" in when.timex.value or when.timex.value.endswith("_REF"):
        return False
    told_on = _day(when.anchor)
    first, last = inclusive(interval)
    named = unit_bounds(when.granularity, last)
    return told_on == first.date() and named is not None and named[0].date() > first.date()


def _day(anchor: str) -> date | None:
    try:
        return date.fromisoformat(anchor[:10])
    except ValueError:
        return None
