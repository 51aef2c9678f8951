"""Offsets from UTC for clock times: the zone that was written, else the publisher's own."""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from timeline.algebra.calendar import Stretch
from timeline.algebra.hours import Clock
from timeline.algebra.operators import Expression
from timeline.algebra.parts import Within


def offset(expression: Expression, stretch: Stretch, publisher: tzinfo | None) -> int | None:
    """Minutes east of UTC at the stretch's start; ``None`` where no zone is known."""
    zone = _written(expression) or publisher
    if zone is None:
        return None
    distance = stretch.start.replace(tzinfo=zone).utcoffset()
    return None if distance is None else int(distance.total_seconds() // 60)


def _written(expression: Expression) -> tzinfo | None:
    if not isinstance(expression, Within) or not isinstance(expression.kind, Clock):
        return None
    zone = expression.kind.zone
    if isinstance(zone, str):
        return ZoneInfo(zone)
    return None if zone is None else timezone(timedelta(minutes=zone))
