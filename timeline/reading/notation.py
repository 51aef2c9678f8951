"""A publication time as written, before anybody asks which zone or which instant."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

Label = Literal["", "published", "updated"]

NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK = re.compile(r"(\d{1,2})[:.h]?(\d\d)(?:[:.]?(\d\d)(?:[.,](\d+))?)?")


class Impossible(ValueError):
    """A day or clock time that does not exist; the message says which."""


class Contradiction(ValueError):
    """Parts that exclude each other, like a day and the wrong weekday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """``days`` has two entries where day and month could change places: day first, then month first."""

    days: tuple[date, ...]
    clock: time | None = None
    zone: str | None = None
    label: Label = ""


@dataclass(slots=True, kw_only=True)
class Parts:
    """What has been read of a notation so far. ``military`` is a four-digit number before a zone (1701 GMT),
    ``last`` the number that has just been read."""

    days: tuple[date, ...] = ()
    numbers: list[int] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    military: str | None = None
    month: int | None = None
    weekday: int | None = None
    clock: time | None = None
    half: int | None = None
    zone: str | None = None
    last: str = ""

    def whole(self, label: Label) -> Notation | None:
        """All parts together; ``None`` when one is missing or left over. Raises Impossible, Contradiction."""
        if self.military and (self.days or len(self.years) == 2) and self.clock is None:
            self.years.remove(self.military)
            self.clock = clock(self.military)
        days = self._weekday(self.days or self._spelled())
        if not days or (self.days and (self.numbers or self.years or self.month)):
            return None
        if self.clock is None and (self.half is not None or self.zone is not None):
            return None
        return Notation(days=days, clock=self._clock(), zone=self.zone, label=label)

    def _spelled(self) -> tuple[date, ...]:
        if len(self.numbers) != 1 or len(self.years) != 1 or self.month is None:
            return ()
        return (day(int(self.years[0]), self.month, self.numbers[0]),)

    def _weekday(self, days: tuple[date, ...]) -> tuple[date, ...]:
        if self.weekday is None or not days:
            return days
        fitting = tuple(found for found in days if found.weekday() == self.weekday)
        if not fitting:
            raise Contradiction(f"{days[0].isoformat()} is not the weekday that stands beside it")
        return fitting

    def _clock(self) -> time | None:
        if self.clock is None or self.half is None:
            return self.clock
        if self.clock.hour > 12:
            return self.clock
        return self.clock.replace(hour=self.clock.hour % 12 + self.half)


def day(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise Impossible(f"there is no day {year:04d}-{month:02d}-{number:02d}") from None


def numeric(first: int, second: int, year: int) -> tuple[date, ...]:
    """The days that 3/4/2024 can be: day first, then month first; one entry when they are one day."""
    found = []
    for month, number in ((second, first), (first, second)):
        try:
            found.append(date(year, month, number))
        except ValueError:
            continue
    if not found:
        raise Impossible(f"there is no day {first}/{second}/{year}")
    return tuple(dict.fromkeys(found))


def clock(text: str) -> time:
    """``17:01``, ``17.01``, ``17h01``, ``170100`` or ``17:01:00.5``; raises Impossible."""
    if found := _CLOCK.fullmatch(text):
        hour, minute, second, fraction = (found[1], found[2], found[3] or "0", (found[4] or "0")[:6])
        try:
            return time(int(hour), int(minute), int(second), int(fraction.ljust(6, "0")))
        except ValueError:
            pass
    raise Impossible(f"there is no time {text}")


def western(text: str) -> str:
    """The text with decimal digits of any script written 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
