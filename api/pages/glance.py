"""A topic in short: what happened last, what is expected next, and what was said not to be so."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import date, datetime

from api.pages.view import Row, remembered
from timeline.model import Event, Status, Timeline
from timeline.remembering import Latest
from timeline.store import Store, TopicSummary

_SHOWN = 3
_LOOKED_AT = 12
_NEAREST = 60
_REMEMBERED = 32
Told = list[tuple[Event, float]]


@dataclass(frozen=True, slots=True)
class Gist:
    """``rows`` are the weightiest of the events that lie next to the newest report, in order of time."""

    heading: str
    rows: tuple[Row, ...]


def glance(store: Store, summary: TopicSummary) -> tuple[Gist, ...]:
    """Nothing of a topic about which nothing is told. Looked at is the nearest, whatever it is, so that a topic of many
    events costs no more than one of a few."""
    day = summary.newest and summary.newest.date()
    found = day and store.around(summary.topic.slug, day, limit=_NEAREST)
    if not day or not found:
        return ()
    before, after = found
    events = (*before.events, *after.events)
    key = day, tuple(map(id, events)), before.weights, after.weights
    known = _KNOWN.get(key)
    if known is None:
        known = events, _gists(_told(before), _told(after), day)
        _KNOWN.keep(key, known)
    return known[1]


def _told(timeline: Timeline) -> Told:
    return list(zip(timeline.events, timeline.weights, strict=True))


def _gists(before: Told, after: Told, day: date) -> tuple[Gist, ...]:
    found = (
        Gist("Happened last", _last(before, (Status.OCCURRED, Status.ONGOING))),
        Gist("Expected next", _next(before, after, day)),
        Gist("Said not to be so", _last(before, (Status.DENIED,))),
    )
    return tuple(gist for gist in found if gist.rows)


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


_KNOWN = Latest[Hashable, tuple[tuple[Event, ...], tuple[Gist, ...]]](_REMEMBERED)
"""By the very events, which are kept with what was made of them, and their weights."""
