"""A time out of the short notation of a table."""

from __future__ import annotations

from datetime import datetime

from timeline.interval import Granularity as G
from timeline.interval import Interval
from timeline.model import TimexValue, When


def at(start: datetime | None, end: datetime | None, granularity: G, value: str = "x", **more: object) -> When:
    timex = TimexValue(type="DATE", value=value, mod=more.pop("mod", None))  # type: ignore[arg-type]
    return When(interval=Interval(start, end), granularity=granularity, timex=timex, text="then", **more)  # type: ignore[arg-type]
