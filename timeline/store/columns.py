"""Values as columns hold them: text without NUL and lone surrogates, moments as integers."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, case

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def storable(text: str) -> bool:
    return clean(text) == text


def clean(text: str) -> str:
    """``text`` with U+FFFD for each character that no column holds; offsets stay."""
    return text if text.isalnum() and text.isascii() else _UNSTORABLE.sub("\ufffd", text)


def microseconds(moment: datetime) -> int:
    """Since 1970 in UTC; `TypeError` when ``moment`` is not aware."""
    return (moment - _EPOCH) // _MICROSECOND


def later(column: ColumnElement[int], now: ColumnElement[int]) -> ColumnElement[int]:
    """What the column becomes at ``now``: strictly more than it is, though the clock was set back."""
    return case((column < now, now), else_=column + 1)


def moment(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND
