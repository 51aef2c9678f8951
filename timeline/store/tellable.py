"""Whether an event that was read back can be told: a record of the right shape alone does not promise that."""

from __future__ import annotations

from datetime import datetime

from timeline.model import Account, Event, Step, When

_DAY = 24 * 60


def published(event: Event) -> bool:
    """Whether its sources tell when in the world they were published."""
    return None not in [source.published.tzinfo for source in event.sources]


def placed(event: Event) -> bool:
    """Whether its times compare with others, and lie on the calendar to the second before their end."""
    others: tuple[Account | Step, ...] = (*event.accounts, *event.life)
    return _placed(event.when) and (not others or all(_placed(one.when) for one in others))


def _placed(when: When) -> bool:
    if when.offset is not None and not -_DAY < when.offset < _DAY:
        return False
    start, end = when.interval or (None, None)
    return (start is None or start.tzinfo is None) and (end is None or (end.tzinfo is None and end > datetime.min))
