"""When -> words: a stretch of the calendar as certain as it was told, and never more precise."""

from __future__ import annotations

import re
from datetime import datetime

from timeline.interval import Granularity as G
from timeline.model import When
from timeline.wording import clocks, names
from timeline.wording.edges import closing, opening
from timeline.wording.units import Unit, inclusive, last_second, unit

DAYPARTS = {"MO": "morning", "MI": "middle of the day", "AF": "afternoon", "EV": "evening", "NI": "night"}
DAYPARTS |= {"DT": "daytime"}
UNPLACED = "at a time that is not known"


def words(when: When) -> str:
    """ "in the week of 9 September 2024", "between 14 and 17 September 2024", "until October 2024"."""
    if when.interval is None or (when.interval.start is None and when.interval.end is None):
        return UNPLACED
    about = "about " if when.approximate else ""
    if when.interval.start is None and when.interval.end is not None:
        return f"until {about}{_end(when.interval.end, when)}"
    if when.interval.end is None and when.interval.start is not None:
        return f"from {about}{_start(when.interval.start, when)} on"
    return _closed(*inclusive(when.interval), when)


def _start(start: datetime, when: When) -> str:
    return clocks.edge(start, when) if when.granularity < G.DAYPART else " ".join(opening(start, when))


def _end(end: datetime, when: When) -> str:
    if when.granularity < G.DAYPART:
        return clocks.edge(end, when)
    parts = " ".join(closing(last_second(end), when))
    return parts if when.granularity < G.MONTH else f"the end of {parts}"


def _closed(first: datetime, last: datetime, when: When) -> str:
    if when.granularity < G.DAYPART:
        return clocks.words(first, last, when)
    if when.granularity is G.DAYPART:
        return _daypart(first, last, when) or _between(first, last, when)
    whole = unit(first, last, when.granularity, when.timex)
    if when.granularity < G.MONTH and (whole is None or not (whole.whole or when.timex.mod in _MODS)):
        whole = unit(first, last, G.DAY, when.timex)
    return _between(first, last, when) if whole is None else _single(whole, when)


_MODS = {"START": "early {}", "MID": "in the middle of {}", "END": "late {}"}


def _single(whole: Unit, when: When) -> str:
    if when.timex.mod in _MODS and not whole.whole:
        inner = whole.name if when.timex.mod == "MID" else str(whole)
        return _MODS[when.timex.mod].format(inner)
    if when.approximate:
        return f"on or around {whole.name}" if when.granularity <= G.DAY else f"around {whole.name}"
    return str(whole)


def _daypart(first: datetime, last: datetime, when: When) -> str | None:
    """ "on 19 September 2024, at night": a night belongs to the day on which it begins."""
    part = re.search(r"T(MO|MI|AF|EV|NI|DT)$", when.timex.value)
    if (last - first).total_seconds() >= 86400 or (part is None and first.date() != last.date()):
        return None
    on = f"{'on or around' if when.approximate else 'on'} {names.day(first)}"
    return f"{on}, {_part(part[1], when.timex.mod)}" if part is not None else on


def _part(code: str, mod: str | None) -> str:
    name = DAYPARTS[code]
    if mod in ("START", "END"):
        return f"{'early' if mod == 'START' else 'late'} in the {name}"
    return "at night" if code == "NI" and mod is None else f"in the {name}"


def _between(first: datetime, last: datetime, when: When) -> str:
    about = "about " if when.approximate else ""
    start, end = opening(first, when), closing(last, when)
    if start == end:
        return f"around {' '.join(start)}" if when.approximate else f"in {' '.join(start)}"
    one, two = names.shared(start, end)
    if start[0].isdecimal() or not end[0].isdecimal():
        return f"between {about}{one} and {two}"
    return f"between {one} and {about}{two}"
