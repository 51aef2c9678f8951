"""Selections as conditions on places."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, false, or_, select

from timeline.selection import Selection
from timeline.store.chronologies import places, tellers, tellings
from timeline.store.columns import storable
from timeline.store.fulltext import among_places
from timeline.store.schema import MOST_EVENTS, articles


def conditions(selection: Selection, topic: int, dialect: str) -> Iterator[ColumnElement[bool]]:
    """For the places of this topic; no record is read for any of them."""
    if selection.first is not None:
        yield places.c.latest >= selection.first.toordinal()
    if selection.last is not None:
        yield places.c.earliest <= selection.last.toordinal()
    if selection.statuses:
        yield places.c.status.in_(sorted(selection.statuses))
    if selection.granularities:
        yield places.c.granularity.in_(sorted(map(int, selection.granularities)))
    if selection.min_importance > 0:
        yield places.c.importance >= selection.min_importance
    if selection.source is not None:
        known = selection.source and storable(selection.source)
        yield _by(selection.source, topic) if known else false()
    if selection.query is not None:
        yield among_places(selection.query, topic, dialect)


def _by(source: str, topic: int) -> ColumnElement[bool]:
    """One walk along those who tell something in the topic."""
    wanted = select(articles.c.key).where(or_(articles.c.publisher == source.casefold(), articles.c.id == source))
    told = select(tellers.c.telling).where(tellers.c.topic == topic, (tellers.c.key // MOST_EVENTS).in_(wanted))
    return places.c.key.in_(select(tellings.c.home).where(tellings.c.topic == topic, tellings.c.telling.in_(told)))
