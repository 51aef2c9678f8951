"""The plainest time there is."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.interval import Granularity, Interval
from timeline.model import TimexValue, When


def whole_day(start: datetime, text: str = "that day") -> When:
    """The day that begins then, as ``text`` says."""
    return When(
        interval=Interval(start, start + timedelta(days=1)),
        granularity=Granularity.DAY,
        timex=TimexValue(type="DATE", value=f"{start:%Y-%m-%d}"),
        text=text,
    )
