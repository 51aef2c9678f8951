"""Counting a topic's events in columns, by one walk along the index of their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, literal, select

from timeline.density import SHORT, Bin, Density, Stretch
from timeline.model import Status, Timeline, Topic
from timeline.selection import Selection
from timeline.store.columns import moment
from timeline.store.order import OPEN_END, OPEN_START, Place, place
from timeline.store.schema import places, topics
from timeline.store.selecting import conditions

_TOPIC = select(topics).where(topics.c.slug == bindparam("slug"))
_HERE = places.c.topic == bindparam("topic")
_OPEN, _WITHIN = -1, -2
_STARTED, _ENDED = places.c.earliest > OPEN_START, places.c.latest < OPEN_END


@dataclass(frozen=True, slots=True)
class _Columns:
    """From the day ``first`` on, as an ordinal, to ``last``; each is ``unit`` days wide."""

    first: int
    last: int
    unit: int

    def at(self, day: ColumnElement[int]) -> ColumnElement[int]:
        inside = case((day < self.first, self.first), (day > self.last, self.last), else_=day)
        return (inside - self.first) // self.unit

    def of(self, place: Place) -> tuple[int, int]:
        """The columns of one event, as `_counted` has them."""
        started, ended = place.earliest > OPEN_START, place.latest < OPEN_END
        if started and ended and place.latest - place.earliest < SHORT * self.unit:
            return self._at((place.earliest + place.latest) // 2), _WITHIN
        return self._at(place.earliest) if started else _OPEN, self._at(place.latest) if ended else _OPEN

    def _at(self, day: int) -> int:
        return (min(max(day, self.first), self.last) - self.first) // self.unit

    def days(self, place: int) -> tuple[date, date]:
        first = date.fromordinal(self.first + place * self.unit)
        return first, date.fromordinal(min(first.toordinal() + self.unit - 1, self.last))


_NOWHERE = _Columns(1, 1, 1)


class Counted(NamedTuple):
    """How many events of a status are in the column ``beginning``, or reach from there to ``ending``."""

    beginning: int
    ending: int
    status: str
    number: int


def density(connection: Connection, slug: str, selection: Selection, most: int) -> Density | None:
    """In at most so many columns; ``None`` for an unknown topic."""
    topic = connection.execute(_TOPIC, {"slug": slug}).one_or_none()
    if topic is None:
        return None
    chosen = (_HERE, *conditions(selection, topic.key, connection.dialect.name))
    known = _columns(selection, *_ends(connection, selection, chosen, topic.key), most)
    rows = connection.execute(_counted(known or _NOWHERE, chosen), {"topic": topic.key})
    return _density(Topic(topic.slug, topic.title), moment(topic.changed), known, list(map(Counted._make, rows)))


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
    known = _columns(selection, min(earliest, default=None), max(filter(None, latest), default=None), most)
    counted = Counter((*(known or _NOWHERE).of(one), status.value) for one, status in places)
    return _density(told.topic, told.as_of, known, [Counted(*by, number) for by, number in sorted(counted.items())])


def _density(topic: Topic, as_of: datetime, known: _Columns | None, rows: Sequence[Counted]) -> Density:
    columns = known or _NOWHERE
    return Density(
        topic=topic,
        as_of=as_of,
        first=date.fromordinal(known.first) if known else None,
        last=date.fromordinal(known.last) if known else None,
        unit=columns.unit,
        bins=tuple(_bins(columns, rows)),
        stretches=tuple(_stretches(columns, rows)),
    )


def _columns(selection: Selection, earliest: int | None, latest: int | None, most: int) -> _Columns | None:
    """Over the days asked for, else between the first and the last known end."""
    first, last = selection.first, selection.last
    if first is None or last is None:
        if earliest is None or latest is None:
            return None
        first = first or min(date.fromordinal(earliest), last or date.max)
        last = last or max(date.fromordinal(latest), first)
    days = (last - first) // timedelta(days=1) + 1
    return _Columns(first.toordinal(), last.toordinal(), -(-days // most))


_ENDS: Select[tuple[int | None, int | None]] = select(
    func.min(case((_STARTED, places.c.earliest), (_ENDED, places.c.latest))).label("first"),
    func.max(case((_ENDED, places.c.latest), (_STARTED, places.c.earliest))).label("last"),
)


def _counted(columns: _Columns, chosen: Sequence[ColumnElement[bool]]) -> Select[tuple[int, int, str, int]]:
    """Of each column a short event lies in (then ``ending`` is `_WITHIN`), or two that a longer one reaches between."""
    earliest, latest = places.c.earliest, places.c.latest
    short = and_(_STARTED, _ENDED, latest - earliest < SHORT * columns.unit)
    beginning = case(
        (short, columns.at((earliest + latest) // 2)), (_STARTED, columns.at(earliest)), else_=literal(_OPEN)
    )
    ending = case((short, literal(_WITHIN)), (_ENDED, columns.at(latest)), else_=literal(_OPEN))
    inner = select(beginning.label("beginning"), ending.label("ending"), places.c.status).where(*chosen).subquery()
    by = inner.c.beginning, inner.c.ending, inner.c.status
    return select(*by, func.count().label("number")).group_by(*by).order_by(*by)


def _bins(columns: _Columns, rows: Iterable[Counted]) -> Iterator[Bin]:
    found: dict[int, dict[Status, int]] = defaultdict(dict)
    for row in rows:
        if row.ending == _WITHIN:
            found[row.beginning][Status(row.status)] = row.number
    for column, counts in found.items():
        first, last = columns.days(column)
        yield Bin(first=first, last=last, counts=counts)


def _stretches(columns: _Columns, rows: Iterable[Counted]) -> Iterator[Stretch]:
    for row in rows:
        if row.ending != _WITHIN:
            yield Stretch(
                first=None if row.beginning == _OPEN else columns.days(row.beginning)[0],
                last=None if row.ending == _OPEN else columns.days(row.ending)[1],
                status=Status(row.status),
                count=row.number,
            )
