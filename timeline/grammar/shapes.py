"""What a run of digits can be: the slots that no language has to define."""

from __future__ import annotations

SHAPES = ("int", "year", "year2", "day", "month2", "day2", "hour", "minute", "hhmm")
_LONGEST = 9
YEARS = range(1000, 2200)


def shapes(digits: str) -> list[tuple[str, object]]:
    """Each slot that the digits can fill, with the value they have there; nothing for very long numbers."""
    if len(digits) > _LONGEST or not digits.isascii():
        return []
    number, size = int(digits), len(digits)
    found: list[tuple[str, object]] = [("int", number)]
    if size == 4:
        found += [("year", number)] if number in YEARS else []
        found += [("hhmm", (number // 100, number % 100))] if number // 100 < 24 and number % 100 < 60 else []
    if size <= 2:
        found += [("day", number)] if 1 <= number <= 31 else []
        found += [("hour", number)] if number <= 24 else []
    if size == 2:
        found += [("minute", number)] if number < 60 else []
        found += [("year2", number), *([("month2", number)] if 1 <= number <= 12 else [])]
        found += [("day2", number)] if 1 <= number <= 31 else []
    return found
