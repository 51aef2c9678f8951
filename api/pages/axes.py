"""The boundaries of the calendar between the ends of a picture of some time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from timeline import wording

_MOST = 6
_ROOM_OF_YEARS, _ROOM = 0.1, 0.24
"""Parts of the width that the names of the ends may take, and no others."""


@dataclass(frozen=True, slots=True)
class Mark:
    """At ``x``, a part of the whole width; ``label`` is empty where the end's name stands."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """Every ``size`` days, months or years, counted by ``number`` from the beginning of the calendar on."""

    size: int
    number: Callable[[date], int]
    day: Callable[[int], date]
    label: Callable[[date], str]
    room: float = _ROOM

    def boundaries(self, first: date, last: date) -> range:
        """Those after the first day, up to the last."""
        return range((self.number(first) // self.size + 1) * self.size, self.number(last) + 1, self.size)


def marks(first: date, last: date) -> Iterator[Mark]:
    """As fine as there is room for."""
    whole = (last - first).days + 1
    step = next((step for step in _STEPS if len(step.boundaries(first, last)) <= _MOST), _STEPS[-1])
    for number in step.boundaries(first, last):
        x = (step.day(number) - first).days / whole
        yield Mark(x, step.label(step.day(number)) if step.room < x < 1 - step.room else "")


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day_label(day: date) -> str:
    return f"{day.day} {wording.month(day)[:3]}"


def _month_label(day: date) -> str:
    return f"{wording.month(day)[:3]} {wording.year(day.year)}" if day.month == 1 else wording.month(day)[:3]


_STEPS = (
    *(Step(size, lambda day: day.toordinal() - 1, lambda number: date.fromordinal(number + 1), _day_label)
      for size in (1, 2, 7, 14)),
    *(Step(size, _month_number, lambda number: date(number // 12, number % 12 + 1, 1), _month_label)
      for size in (1, 3, 6)),
    *(Step(size, lambda day: day.year, lambda number: date(number, 1, 1), lambda day: wording.year(day.year),
           _ROOM_OF_YEARS)
      for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)  # fmt: skip
"""Weeks begin on Mondays, as the calendar of which the first day is a Monday does."""
