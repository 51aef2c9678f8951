"""Clock times in words, with the offset from UTC where it is known."""

from __future__ import annotations

from datetime import datetime

from timeline.interval import Granularity as G
from timeline.model import When
from timeline.wording import names

_STEP = {G.SECOND: 1, G.MINUTE: 60, G.HOUR: 3600}


def words(first: datetime, last: datetime, when: When) -> str:
    """ "at 10:00 (UTC−04:00) on 19 September 2024", "between 10 a.m. and noon on …"; the ends are inclusive seconds."""
    step = _STEP[when.granularity]
    start, end = _since_midnight(first) // step * step, _since_midnight(last) // step * step
    single = start == end and first.date() == last.date()
    if when.granularity is G.HOUR:  # "10 a.m." reaches to 11, whereas 10:00 is no stretch
        end += step
    about = "about " if when.approximate else ""
    zone = f" ({names.zone(when.offset)})" if when.offset is not None else ""
    opens, closes = names.clock(start, when.granularity), names.clock(end, when.granularity)
    if first.date() != last.date():
        return f"between {about}{opens} on {names.day(first)} and {closes} on {names.day(last)}{zone}"
    if single:
        return f"at {about}{opens}{zone} on {names.day(first)}"
    return f"between {about}{opens} and {closes}{zone} on {names.day(first)}"


def edge(moment: datetime, when: When) -> str:
    """One end of an open stretch: "10:00 (UTC−04:00) on 19 September 2024"."""
    step = _STEP[when.granularity]
    zone = f" ({names.zone(when.offset)})" if when.offset is not None else ""
    seconds = _since_midnight(moment) // step * step
    return f"{names.clock(seconds, when.granularity)}{zone} on {names.day(moment)}"


def _since_midnight(moment: datetime) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second
