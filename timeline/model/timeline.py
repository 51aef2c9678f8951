"""The timelines that events make."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from timeline.interval import Interval
from timeline.model.events import Event
from timeline.records import record


class Order(StrEnum):
    """In which order a timeline is told: from its first event on, or from its last one back."""

    ASC = "asc"
    DESC = "desc"


@record(frozen=True, slots=True)
class Topic:
    """``slug`` is the address (lower case, hyphens), ``title`` what people read."""

    slug: str
    title: str


@record(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One page of a topic's events in order of (earliest, latest, id), or in the opposite ``order``.

    ``count`` is the number of events that were asked for, on all pages; ``next`` the cursor of the following page,
    ``previous`` that of the page before, where one asks for the opposite order; ``None`` on the first.
    ``before`` is the time of the event before the first, ``None`` when there is none; ``passed`` is how many there are
    before the first, for those who asked, else 0. ``weights``, where known, are the events' importances in the topic;
    each event has its own that in its article.
    """

    topic: Topic
    as_of: datetime
    count: int
    events: tuple[Event, ...]
    next: str | None = None
    previous: str | None = None
    before: Interval | None = None
    passed: int = 0
    order: Order = Order.ASC
    weights: tuple[float, ...] = ()
