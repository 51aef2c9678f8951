"""A topic in short: what happened last, what is expected next, and what was said not to be so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from api.pages.view import Row, row
from api.parts import parts
from timeline.model import Event, Order, Status
from timeline.selection import Selection
from timeline.store import TopicSummary, at

_SHOWN = 3
_LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class Gist:
    """``rows`` are the weightiest of the events that lie next to the newest report, in order of time."""

    heading: str
    rows: tuple[Row, ...]


def glance(summary: TopicSummary) -> tuple[Gist, ...]:
    """Nothing of a topic about which nothing is told."""
    if summary.newest is None:
        return ()
    day, slug = summary.newest.date(), summary.topic.slug
    found = (
        Gist("Happened last", _before(slug, day, (Status.OCCURRED, Status.ONGOING))),
        Gist("Expected next", _after(slug, day)),
        Gist("Said not to be so", _before(slug, day, (Status.DENIED,))),
    )
    return tuple(gist for gist in found if gist.rows)


def _before(slug: str, day: date, statuses: Iterable[Status]) -> tuple[Row, ...]:
    return _weightiest(_told(slug, Selection(last=day, statuses=frozenset(statuses), order=Order.DESC)))


def _after(slug: str, day: date) -> tuple[Row, ...]:
    """What is due first stands first. What may have been at any time since long ago is not next."""
    ahead = Selection(statuses=frozenset((Status.SCHEDULED, Status.POSSIBLE)))
    running = [each for each in _told(slug, replace(ahead, first=day)) if _due(each[0]) < datetime.max]
    found = dict.fromkeys([*running, *_told(slug, ahead, at(day, ahead))])
    return tuple(sorted(_weightiest(found), key=lambda each: _due(each.event)))


def _due(event: Event) -> datetime:
    return (event.when.interval and event.when.interval.end) or datetime.max


def _told(slug: str, selection: Selection, cursor: str | None = None) -> list[tuple[Event, float]]:
    found = parts().store.timeline(slug, selection, limit=_LOOKED_AT, after=cursor)
    return [] if found is None else list(zip(found.events, found.weights, strict=True))


def _weightiest(told: Collection[tuple[Event, float]]) -> tuple[Row, ...]:
    chosen = sorted(told, key=lambda each: -each[1])[:_SHOWN]
    return tuple(row(event) for event, weight in told if (event, weight) in chosen)
