"""Where a time lies from the publication, and whether it has a place on the calendar at all."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.events.told import Side
from timeline.interval import Interval
from timeline.model import Article, Timex
from timeline.syntax.lexicon import role

_DEADLINE = role("deadlines")
_DAY = timedelta(days=1)
_VAGUE_NOW = frozenset({"PRESENT_REF"})


def side(interval: Interval, article: Article) -> Side:
    """Where an interval lies from the day of publication; clock times from its minute, where that is known."""
    published = article.published
    day = datetime(published.year, published.month, published.day)
    if interval.end is not None and interval.end <= day:
        return Side.PAST
    if interval.start is not None and (interval.start >= day + _DAY or _later_today(interval, article)):
        return Side.FUTURE
    return Side.PRESENT


def _later_today(interval: Interval, article: Article) -> bool:
    start = interval.start
    if start is None or not start.hour or article.day_only or interval.days != 1:
        return False
    return start > article.published.replace(tzinfo=None)


def placed(timex: Timex) -> Interval | None:
    """The interval of an expression that has a place on the calendar of its own; "now" and "once" have none."""
    interval, value = timex.when.interval, timex.when.timex.value
    if interval is None or not value.endswith("_REF"):
        return interval
    vague = value in _VAGUE_NOW or interval.start is None or interval.end is None
    return None if vague else interval


def told_side(timex: Timex, interval: Interval, article: Article, before: int) -> Side:
    """What is to be by a day to come lies ahead, although the time for it has begun."""
    found = side(interval, article)
    open_now = found is Side.PRESENT and interval.days != 1
    ahead = timex.when.timex.value == "FUTURE_REF" or before & _DEADLINE
    return Side.FUTURE if open_now and ahead else found
