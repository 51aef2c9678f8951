"""Which events of a topic somebody asks for, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from timeline.interval import Granularity
from timeline.model import Order, Status
from timeline.search import Query


class Contradiction(ValueError):
    """No event can be in the selection; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """An event is selected when it meets every field; one that is left out asks for nothing.

    All of it is asked of the happening as the timeline shows it, never of its single reports.

    ``first`` and ``last`` are inclusive days of the publisher's calendar: the event's interval has a part in common
    with them, if only an hour. An end of the interval that nobody knows reaches as far as it takes, so an event without
    any known time is in every such selection. Raises Contradiction when ``first`` is after ``last``.

    ``statuses`` and ``granularities``: it has one of these. ``min_importance`` (0 to 1) is its least importance in the
    topic. ``source`` is a publisher, whatever its case, or the id of an article, which one of its sources is by.
    ``query`` is met by its headline, its quotes and the names in it, taken together.

    ``as_of`` is an aware moment: the timeline as this store knew it then; ``None`` is now.
    """

    first: date | None = None
    last: date | None = None
    statuses: frozenset[Status] = frozenset()
    granularities: frozenset[Granularity] = frozenset()
    min_importance: float = 0.0
    source: str | None = None
    query: Query | None = None
    as_of: datetime | None = None
    order: Order = Order.ASC

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise Contradiction(f"'from' is {self.first}, which is after 'to', {self.last}.")


EVERYTHING = Selection()
"""Every event of the topic as it is now, the earliest first."""
