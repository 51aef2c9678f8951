"""Values as columns hold them: text without NUL and lone surrogates, moments as integers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def storable(text: str) -> bool:
    return clean(text) == text


def clean(text: str) -> str:
    """``text`` with U+FFFD for what no column holds."""
    return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def microseconds(moment: datetime) -> int:
    """Since 1970 in UTC; `TypeError` when ``moment`` is not aware."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND
