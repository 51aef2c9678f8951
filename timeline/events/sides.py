"""Where a time lies from the publication, and whether it has a place on the calendar at all."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.events.told import Side
from timeline.interval import Interval
from timeline.model import Article, Timex
from timeline.syntax.lexicon import role

_DEADLINE = role("deadlines")
_VAGUE_NOW = frozenset({"PRESENT_REF"})


def side(interval: Interval, article: Article) -> Side:
    """Where an interval lies from the day of publication; clock times from its minute, where that is known."""
    moment = article.published.replace(tzinfo=None)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if interval.end is not None and interval.end <= day:
        return Side.PAST
    later = day + timedelta(days=1)
    if interval.start is not None and (interval.start >= later or _later_today(interval, moment, article)):
        return Side.FUTURE
    return Side.PRESENT


def _later_today(interval: Interval, moment: datetime, article: Article) -> bool:
    short = interval.days == 1 and interval.start is not None and interval.start.hour > 0
    return short and not article.day_only and interval.start is not None and interval.start > moment


def placed(timex: Timex) -> Interval | None:
    """The interval of an expression that has a place on the calendar of its own; "now" and "once" have none."""
    when = timex.when
    if when.interval is None or when.timex.value in _VAGUE_NOW:
        return None
    vague = when.timex.value.endswith("_REF") and (when.interval.start is None or when.interval.end is None)
    return None if vague else when.interval


def told_side(timex: Timex, interval: Interval, article: Article, before: int) -> Side:
    """What is to be by a day to come lies ahead, although the time for it has begun."""
    found = side(interval, article)
    open_now = found is Side.PRESENT and interval.days != 1
    ahead = timex.when.timex.value == "FUTURE_REF" or before & _DEADLINE
    return Side.FUTURE if open_now and ahead else found
