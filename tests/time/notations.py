"""EDTF and TIMEX3 read back into intervals, by their standards and without a look at the code that writes them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

Bounds = tuple[datetime | None, datetime | None]
_FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def edtf_bounds(value: str) -> tuple[Bounds, bool]:
    """Start inclusive, end exclusive, and whether any end is approximate."""
    first, _, last = value.replace("~", "").partition("/")
    start = None if first == ".." else _edtf(first)[0]
    end = None if last == ".." else _edtf(last or first)[1]
    return (start, end), "~" in value


def _edtf(value: str) -> tuple[datetime, datetime]:
    if "T" in value:
        moment = datetime.fromisoformat(value)
        return moment, moment + timedelta(seconds=1)
    year, month, day = (int(part) for part in (*value.split("-"), "0", "0")[:3])
    if day:
        return datetime(year, month, day), datetime(year, month, day) + timedelta(days=1)
    return (_month(year, month), _month(year, month + 1)) if month else (_month(year, 1), _month(year + 1, 1))


def timex_bounds(value: str) -> Bounds:
    """Of a DATE or TIME with a whole date; raises ``ValueError`` for others."""
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(:\d\d)?", value):
        moment = datetime.fromisoformat(value)
        return moment, moment + (timedelta(seconds=1) if match[4] else timedelta(minutes=1))
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = datetime.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=7)
    if match := re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return datetime.fromisoformat(value), datetime.fromisoformat(value) + timedelta(days=1)
    if match := re.fullmatch(r"(\d{4})-(\d\d|Q\d|H\d|SP|SU|FA|WI)", value):
        return _part(int(match[1]), match[2])
    if re.fullmatch(r"\d{1,4}", value):
        size = 10 ** (4 - len(value))
        return _month(max(int(value) * size, 1), 1), _month((int(value) + 1) * size, 1)
    raise ValueError(f"{value!r} is no date of which the bounds are known")


def _part(year: int, part: str) -> Bounds:
    if part in _FIRST_MONTHS:
        first, length = _FIRST_MONTHS[part], 3
    elif part[0] in "QH":
        length = 3 if part[0] == "Q" else 6
        first = (int(part[1]) - 1) * length + 1
    else:
        first, length = int(part), 1
    return _month(year, first), _month(year, first + length)


def _month(year: int, month: int) -> datetime:
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
