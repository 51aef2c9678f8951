"""Kinds of stretch within a day: its named parts, and clock times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.algebra.calendar import Stretch, unit
from timeline.algebra.values import unit_value
from timeline.interval import Granularity, Interval


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A named part of a day by TIMEX3 ``code`` (MO, NI …), from ``first`` to ``last`` o'clock of that day.

    A night is kept within the day on which it begins, because that is the day people mean by it.
    """

    code: str
    first: int
    last: int
    granularity: Granularity = Granularity.DAYPART
    cycle: Granularity = Granularity.DAY

    def within(self, start: datetime) -> Stretch | None:
        hours = Interval(start + timedelta(hours=self.first), start + timedelta(hours=self.last))
        return Stretch(hours, self.granularity, f"{unit_value(Granularity.DAY, start)}T{self.code}")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``zone``, where one was written, is minutes east of UTC or an IANA name (ET has two offsets)."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | str | None = None
    cycle: Granularity = Granularity.DAY

    @property
    def granularity(self) -> Granularity:
        return Granularity.MINUTE if self.second is None else Granularity.SECOND

    def within(self, start: datetime) -> Stretch | None:
        try:
            moment = start.replace(hour=self.hour, minute=self.minute or 0, second=self.second or 0)
        except ValueError as error:
            raise OverflowError(str(error)) from error
        return unit(self.granularity, moment)
