"""A topic in short: what happened last, what is expected next, and what was said not to be so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from api.pages.view import Row, remembered
from timeline.model import Event, Order, Status
from timeline.selection import Selection
from timeline.store import Store, TopicSummary, at

_SHOWN = 3
_LOOKED_AT = 12
_NEAREST = 60
Told = list[tuple[Event, float]]


@dataclass(frozen=True, slots=True)
class Gist:
    """``rows`` are the weightiest of the events that lie next to the newest report, in order of time."""

    heading: str
    rows: tuple[Row, ...]


def glance(store: Store, summary: TopicSummary) -> tuple[Gist, ...]:
    """Nothing of a topic about which nothing is told."""
    if summary.newest is None:
        return ()
    day, slug = summary.newest.date(), summary.topic.slug
    before, after = (_told(store, slug, day, Selection(order=order)) for order in (Order.DESC, Order.ASC))
    found = (
        Gist("Happened last", _last(before, (Status.OCCURRED, Status.ONGOING))),
        Gist("Expected next", _next(before, after, day)),
        Gist("Said not to be so", _last(before, (Status.DENIED,))),
    )
    return tuple(gist for gist in found if gist.rows)


def _told(store: Store, slug: str, day: date, selection: Selection) -> Told:
    """What begins on the day, and next to it in this order: the nearest, whatever it is, so that a topic of many events
    costs no more than one of a few."""
    found = store.timeline(slug, selection, limit=_NEAREST, after=at(day, selection))
    return [] if found is None else list(zip(found.events, found.weights, strict=True))


def _last(before: Told, statuses: Collection[Status]) -> tuple[Row, ...]:
    return _weightiest([each for each in before if each[0].status in statuses][:_LOOKED_AT])


def _next(before: Told, after: Told, day: date) -> tuple[Row, ...]:
    """What is due first stands first. What may have been at any time since long ago is not next."""
    first = datetime(day.year, day.month, day.day)
    running = [each for each in before if first < _due(each[0]) < datetime.max]
    ahead = [each for each in (*running, *after) if each[0].status in (Status.SCHEDULED, Status.POSSIBLE)]
    found = list({each[0].id: each for each in ahead}.values())[: 2 * _LOOKED_AT]
    return tuple(sorted(_weightiest(found), key=lambda each: _due(each.event)))


def _due(event: Event) -> datetime:
    return (event.when.interval and event.when.interval.end) or datetime.max


def _weightiest(told: Told) -> tuple[Row, ...]:
    chosen = {event.id for event, _ in sorted(told, key=lambda each: -each[1])[:_SHOWN]}
    return tuple(remembered(event) for event, _ in told if event.id in chosen)
