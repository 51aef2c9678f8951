"""Where dates are born: a meaning meets its anchors and becomes a :class:`When`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache

from timeline.algebra.calendar import DAY, Stretch, unit, unit_start
from timeline.algebra.derivation import Derivation
from timeline.algebra.lengths import Period
from timeline.algebra.meaning import Every, Meaning, Modified, Reach
from timeline.algebra.offsets import offset
from timeline.algebra.operators import Anchors, Expression
from timeline.interval import Granularity, Interval
from timeline.model import TimexValue, When

_THIRDS = ("START", "MID", "END")
_COUNTED_IN = {
    Granularity.QUARTER: Granularity.MONTH,
    Granularity.SEASON: Granularity.MONTH,
    Granularity.HALF: Granularity.MONTH,
    Granularity.YEAR: Granularity.MONTH,
    Granularity.DECADE: Granularity.YEAR,
    Granularity.CENTURY: Granularity.DECADE,
    Granularity.MILLENNIUM: Granularity.CENTURY,
}


@dataclass(frozen=True, slots=True)
class Reference:
    """The moment of publication on the publisher's own calendar, and the publisher's ``zone`` where it is known."""

    moment: datetime
    zone: tzinfo | None = None

    @property
    def day(self) -> Stretch:
        return unit(Granularity.DAY, self.moment)


@lru_cache(maxsize=2048)
def resolved(meaning: Meaning, anchors: Anchors, text: str, zone: tzinfo | None = None) -> When:
    """The time that ``text`` stands for; ``zone`` is the publisher's, for clock times that name none.

    Raises ``OverflowError`` for a date that the calendar does not have.
    """
    if isinstance(meaning, Period):
        timex = TimexValue(type="DURATION", value=meaning.value, mod=meaning.mod)
        return _placeless(meaning, anchors, timex, text)
    if isinstance(meaning, Every):
        timex = TimexValue(type="SET", value=meaning.value, quant=meaning.quant, freq=meaning.freq)
        return _placeless(meaning, anchors, timex, text)
    if isinstance(meaning, Reach):
        return _reached(meaning, anchors, text)
    return _placed(meaning, anchors, text, zone)


def _placed(meaning: Expression | Modified, anchors: Anchors, text: str, zone: tzinfo | None) -> When:
    mod, expression = (meaning.mod, meaning.expression) if isinstance(meaning, Modified) else (None, meaning)
    stretch = expression.at(anchors)
    bounds = anchors.publication.interval if isinstance(meaning, Modified) and meaning.deictic else None
    return When(
        interval=_part(stretch, mod, bounds),
        granularity=stretch.granularity,
        timex=TimexValue(type=_type(stretch), value=stretch.value, mod=mod),
        text=text,
        approximate=mod == "APPROX",
        offset=offset(expression, stretch, zone) if stretch.granularity < Granularity.DAYPART else None,
        derivation=Derivation(meaning, anchors),
    )


def _type(stretch: Stretch) -> str:
    if stretch.value.startswith("P"):
        return "DURATION"
    return "TIME" if stretch.granularity < Granularity.DAY else "DATE"


def _placeless(meaning: Period | Every, anchors: Anchors, timex: TimexValue, text: str) -> When:
    made = Derivation(meaning, anchors)
    return When(interval=None, granularity=meaning.granularity, timex=timex, text=text, derivation=made)


def _reached(reach: Reach, anchors: Anchors, text: str) -> When:
    day = anchors.publication.start

    return When(
        interval=Interval(_moved(day, reach.start), _moved(day, reach.end)),
        granularity=reach.granularity,
        timex=TimexValue(type=reach.type, value=reach.value),
        text=text,
        approximate=reach.approximate,
        derivation=Derivation(reach, anchors),
    )


def _moved(day: datetime, days: int | None) -> datetime | None:
    """Open where nobody said how far, and where that lies outside the calendar's years."""
    try:
        return None if days is None else day + days * DAY
    except OverflowError:
        return None


def _part(stretch: Stretch, mod: str | None, today: Interval | None) -> Interval | None:
    """What START, MID or END leaves: a third, or what lies up to today or from today on."""
    whole = None if stretch.bygone else stretch.interval
    if whole is None or mod not in _THIRDS:
        return whole
    if today is not None and (bounded := _to_or_from(stretch, mod, today)) is not None:
        return bounded
    third = (stretch.end - stretch.start) / 3
    place = _THIRDS.index(mod)
    first, last = (_snapped(stretch, stretch.start + third * n) for n in (place, place + 1))
    return Interval(first, stretch.end if place == 2 else last)


def _to_or_from(stretch: Stretch, mod: str, today: Interval) -> Interval | None:
    """ "Earlier this week" ends with today, "later this week" begins with it; ``None`` when today lies outside."""
    until = Interval(stretch.start, today.end) if mod == "START" else Interval(today.start, stretch.end)
    return until if stretch.interval is not None and stretch.interval.contains(today) else None


def _snapped(stretch: Stretch, moment: datetime) -> datetime:
    """To the nearest start of the unit in which thirds are counted: months of a year, years of a decade, days."""
    finer = _COUNTED_IN.get(stretch.granularity, Granularity.DAY)
    if stretch.granularity <= Granularity.DAY:
        return moment
    return unit_start(finer, moment + (unit(finer, moment).end - unit(finer, moment).start) / 2)
