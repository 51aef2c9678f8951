"""Time zones as publishers write them: offsets, IANA names and abbreviations."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# Hours ahead of UTC; a name stands for a zone whose offset follows the season.
_ABBREVIATIONS: dict[str, float | str] = {
    "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2,
    "eet": 2, "eest": 3, "msk": 3, "trt": 3, "sast": 2, "wat": 1, "cat": 2, "eat": 3, "pkt": 5, "npt": 5.75,
    "wib": 7, "hkt": 8, "sgt": 8, "myt": 8, "awst": 8, "kst": 9, "jst": 9, "acst": 9.5, "acdt": 10.5,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "brt": -3, "nst": -3.5, "ndt": -2.5,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "akst": -9, "akdt": -8, "hst": -10,
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
}  # fmt: skip
_UNDECIDED = {"ist": "India (+05:30), Ireland (+01:00) and Israel (+02:00)"}
_NORTH_AMERICAN = frozenset(
    {"est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "akst", "akdt", "hst"}
)
_OFFSET = re.compile(r"(?:utc|gmt)?\s?([+\-−])(\d{1,2})(?::?(\d\d))?")


class UnclearZone(ValueError):
    """A zone that several countries call by the same name; the message says which."""


def is_zone(name: str) -> bool:
    """Whether a lower-case name, like ``bst`` or ``europe/london``, is a zone's."""
    return name in _ABBREVIATIONS or name in _UNDECIDED or (("/" in name) and _named(name) is not None)


def month_comes_first(name: str | None) -> bool | None:
    """What a zone tells about the order of 3/4/2024 where it is used; ``None`` where it tells nothing."""
    if name is None or name in ("utc", "gmt", "ut") or not is_zone(name) or "/" in name:
        return None
    return name in _NORTH_AMERICAN


def moment(local: datetime, name: str | None, home: ZoneInfo) -> datetime:
    """The naive ``local`` time, aware, with the fixed offset that holds then.

    A clock time skipped in spring counts with the offset before the change; one that occurs twice in autumn
    is the first. ``z`` names no place, so the instant is told by ``home``'s clock (RFC 9557).
    Raises UnclearZone.
    """
    if name == "z":
        return _fixed(local.replace(tzinfo=UTC).astimezone(home))
    return _fixed(local.replace(tzinfo=home if name is None else _zone(name, local, home)))


def _fixed(aware: datetime) -> datetime:
    offset = aware.utcoffset() or timedelta(0)
    return aware.replace(tzinfo=timezone(offset) if offset else UTC, fold=0)


def _zone(name: str, local: datetime, home: ZoneInfo) -> tzinfo:
    if found := _OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return timezone(ahead if found[1] == "+" else -ahead)
    if "/" in name:
        return _named(name) or UTC
    if (home.tzname(local) or "").lower() == name:
        return home
    if name in _UNDECIDED:
        raise UnclearZone(f"{name.upper()} is the time of {_UNDECIDED[name]}: write the offset")
    hours = _ABBREVIATIONS[name]
    return ZoneInfo(hours) if isinstance(hours, str) else timezone(timedelta(hours=hours))


@cache
def _iana() -> dict[str, str]:
    from zoneinfo import available_timezones

    return {name.lower(): name for name in available_timezones()}


def _named(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(_iana()[name])
    except (KeyError, ZoneInfoNotFoundError):
        return None
