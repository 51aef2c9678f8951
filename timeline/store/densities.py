"""Counting a topic's events in columns, by one walk along the index of their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, literal, select

from timeline.density import SHORT, Density
from timeline.model import Timeline, Topic
from timeline.selection import Selection
from timeline.store.binning import NOWHERE, OPEN, WITHIN, Columns, Counted, columns_over, density_of
from timeline.store.chronologies import places
from timeline.store.columns import moment
from timeline.store.order import OPEN_END, OPEN_START, place
from timeline.store.schema import topics
from timeline.store.selecting import conditions

_TOPIC = select(topics).where(topics.c.slug == bindparam("slug"))
_HERE = places.c.topic == bindparam("topic")
_STARTED, _ENDED = places.c.earliest > OPEN_START, places.c.latest < OPEN_END


def density(connection: Connection, slug: str, selection: Selection, most: int) -> Density | None:
    """In at most so many columns; ``None`` for an unknown topic."""
    topic = connection.execute(_TOPIC, {"slug": slug}).one_or_none()
    if topic is None:
        return None
    chosen = (_HERE, *conditions(selection, topic.key, connection.dialect.name))
    known = columns_over(selection, *_ends(connection, selection, chosen, topic.key), most)
    rows = connection.execute(_counted(known or NOWHERE, chosen), {"topic": topic.key})
    return density_of(Topic(topic.slug, topic.title), moment(topic.changed), known, list(map(Counted._make, rows)))


def _ends(
    connection: Connection, selection: Selection, chosen: Sequence[ColumnElement[bool]], topic: int
) -> tuple[int | None, int | None]:
    """The first and the last known end of an event, where what was asked for does not say it."""
    if selection.first is not None and selection.last is not None:
        return None, None
    row = connection.execute(_ENDS.where(*chosen), {"topic": topic}).one()
    return row.first, row.last


def of_events(told: Timeline, selection: Selection, most: int) -> Density:
    """The same of events at hand."""
    places = [(place(event, 0), event.status) for event in told.events]
    earliest = [one.earliest or one.latest for one, _ in places if one.earliest or one.latest < OPEN_END]
    latest = [one.latest if one.latest < OPEN_END else one.earliest for one, _ in places]
    known = columns_over(selection, min(earliest, default=None), max(filter(None, latest), default=None), most)
    counted = Counter((*(known or NOWHERE).of(one), status.value) for one, status in places)
    return density_of(told.topic, told.as_of, known, [Counted(*by, number) for by, number in sorted(counted.items())])


_ENDS: Select[tuple[int | None, int | None]] = select(
    func.min(case((_STARTED, places.c.earliest), (_ENDED, places.c.latest))).label("first"),
    func.max(case((_ENDED, places.c.latest), (_STARTED, places.c.earliest))).label("last"),
)


def _counted(columns: Columns, chosen: Sequence[ColumnElement[bool]]) -> Select[tuple[int, int, str, int]]:
    """Of each column a short event lies in (then ``ending`` is `WITHIN`), or two that a longer one reaches between."""
    earliest, latest = places.c.earliest, places.c.latest
    short = and_(_STARTED, _ENDED, latest - earliest < SHORT * columns.unit)
    beginning = case(
        (short, columns.at((earliest + latest) // 2)), (_STARTED, columns.at(earliest)), else_=literal(OPEN)
    )
    ending = case((short, literal(WITHIN)), (_ENDED, columns.at(latest)), else_=literal(OPEN))
    inner = select(beginning.label("beginning"), ending.label("ending"), places.c.status).where(*chosen).subquery()
    by = inner.c.beginning, inner.c.ending, inner.c.status
    return select(*by, func.count().label("number")).group_by(*by).order_by(*by)
