"""What an expression of time is found to mean, and where it stands."""

from __future__ import annotations

from dataclasses import field

from timeline.interval import Granularity, Interval
from timeline.records import record


@record(frozen=True, slots=True, kw_only=True)
class TimexValue:
    """TIMEX3 attributes (ISO-TimeML): ``type`` is DATE, TIME, DURATION or SET."""

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class When:
    """A resolved time: the interval that an event happened *within*, and where that interval comes from.

    ``interval`` is ``None`` for durations and sets, which have no place on the calendar. ``offset`` is the
    offset from UTC in minutes that belongs to the interval's clock times, ``None`` where none is known.
    ``anchor`` is the TIMEX3 value of what the expression was counted from, ``None`` where it hangs on nothing, and
    ``explanation`` says in a sentence or two how it was worked out; both are filled in from ``derivation`` for those
    who ask (``timeline.explanations``), for words cost more than dates.
    """

    interval: Interval | None
    granularity: Granularity
    timex: TimexValue
    text: str
    approximate: bool = False
    offset: int | None = None
    anchor: str | None = None
    explanation: str = ""
    derivation: object = field(default=None, compare=False, repr=False)


@record(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression found in a text: ``text[start:end]``, what it means, and the rule that read it.

    ``closes``: it is the end of a range that the expression before it begins.
    """

    start: int
    end: int
    when: When
    rule: str
    closes: bool = False


@record(frozen=True, slots=True, kw_only=True)
class Impossible:
    """A date or clock time that was written, ``text[start:end]``, and does not exist; ``why`` says so in words."""

    start: int
    end: int
    text: str
    why: str
