"""Where dates are born: a meaning meets its anchors and becomes a :class:`When`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.calendar import DAY, Stretch, unit
from timeline.interval import Granularity, Interval
from timeline.meaning import Every, Meaning, Modified, Period, Reach
from timeline.model import TimexValue, When
from timeline.notation import notation
from timeline.operators import Anchors


@dataclass(frozen=True, slots=True)
class Reference:
    """The moment of publication on the publisher's own calendar; ``offset`` in minutes east of UTC."""

    moment: datetime
    offset: int | None = None

    @property
    def day(self) -> Stretch:
        return unit(Granularity.DAY, self.moment)


def resolved(meaning: Meaning, anchors: Anchors, text: str, offset: int | None = None) -> When:
    """The time that ``text`` stands for. Raises ``OverflowError`` for a date that the calendar does not have."""
    if isinstance(meaning, Period):
        return _placeless("DURATION", meaning.value, meaning.granularity, text, mod=meaning.mod)
    if isinstance(meaning, Every):
        timex = TimexValue(type="SET", value=meaning.value, quant=meaning.quant, freq=meaning.freq)
        return When(interval=None, granularity=meaning.granularity, timex=timex, text=text)
    if isinstance(meaning, Reach):
        return _reached(meaning, anchors, text)
    mod = meaning.mod if isinstance(meaning, Modified) else None
    expression = meaning.expression if isinstance(meaning, Modified) else meaning
    stretch = expression.at(anchors)
    kind = "TIME" if stretch.granularity < Granularity.DAY else "DATE"
    return When(
        interval=_part(stretch.interval, mod),
        granularity=stretch.granularity,
        timex=TimexValue(type=kind, value=stretch.value, mod=mod),
        text=text,
        approximate=mod == "APPROX",
        offset=offset if stretch.granularity < Granularity.DAYPART else None,
        anchor=anchors.publication.value,
        explanation=f"{notation(meaning)} from {anchors.publication.value} is {stretch.value}",
    )


def _placeless(kind: str, value: str, granularity: Granularity, text: str, mod: str | None) -> When:
    timex = TimexValue(type=kind, value=value, mod=mod)
    return When(interval=None, granularity=granularity, timex=timex, text=text, explanation=f"a length: {value}")


def _reached(reach: Reach, anchors: Anchors, text: str) -> When:
    day = anchors.publication.start

    def moved(days: int | None) -> datetime | None:
        return None if days is None else day + days * DAY

    return When(
        interval=Interval(moved(reach.start), moved(reach.end)),
        granularity=reach.granularity,
        timex=TimexValue(type=reach.type, value=reach.value),
        text=text,
        approximate=True,
        anchor=anchors.publication.value,
        explanation=f"{notation(reach)} from {anchors.publication.value}, by the policy for vague words",
    )


def _part(interval: Interval | None, mod: str | None) -> Interval | None:
    """The third of the interval that START, MID or END leaves, in whole days where it is longer than a day."""
    if interval is None or interval.start is None or interval.end is None or mod not in ("START", "MID", "END"):
        return interval
    length = interval.end - interval.start
    thirds = [interval.start + _whole(length * n / 3) for n in range(3)] + [interval.end]
    place = ("START", "MID", "END").index(mod)
    return Interval(thirds[place], thirds[place + 1])


def _whole(length: timedelta) -> timedelta:
    return timedelta(days=round(length / DAY)) if length > DAY else length
