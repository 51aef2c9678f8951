"""Walks along the places of a topic, which lie in the order of its timeline."""

from __future__ import annotations

from collections.abc import Sequence
from operator import ne
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select, tuple_

from timeline.model import Order
from timeline.remembering import Runs
from timeline.store.chronologies import places, tellers, tellings
from timeline.store.order import Place
from timeline.store.statements import Row, Statement

Chosen = Sequence[ColumnElement[bool]]


class Placed(NamedTuple):
    """What stands at a place, without the place itself, which takes as long to read as all else; ``echoed`` where it
    has copies, ``stamp`` as in `timeline.store.chronologies`."""

    key: int
    echoed: int | None
    importance: float
    stamp: int


class Walk(NamedTuple):
    """Through a topic from ``begin`` on, which itself is left out."""

    topic: int
    chosen: Chosen
    order: Order
    begin: Place | None


_KEYS = tuple(places.c[name] for name in Place._fields)
_PLACES = select(*(places.c[name] for name in Placed._fields)).where(places.c.topic == bindparam("topic"))
_PAGE = _PLACES.limit(bindparam("limit"))
_AFTER = tuple_(*(bindparam(f"after_{column.name}", type_=column.type) for column in _KEYS))
_ONWARDS, _BACKWARDS = _PAGE.order_by(*_KEYS), _PAGE.order_by(*(key.desc() for key in _KEYS))
_PAGES: dict[tuple[Order, bool], Select[tuple[object, ...]]] = {
    (Order.ASC, False): _ONWARDS,
    (Order.ASC, True): _ONWARDS.where(tuple_(*_KEYS) > _AFTER),
    (Order.DESC, False): _BACKWARDS,
    (Order.DESC, True): _BACKWARDS.where(tuple_(*_KEYS) < _AFTER),
}
_WALKS = {kind: Statement(page) for kind, page in _PAGES.items()}
_SINGLE = Statement(_PLACES.where(places.c.key == bindparam("home")))
_PLACE = Statement(select(*_KEYS).where(places.c.topic == bindparam("topic"), places.c.key == bindparam("home")))
_HOME = Statement(
    select(tellings.c.home)
    .join(tellers, (tellers.c.topic == tellings.c.topic) & (tellers.c.telling == tellings.c.telling))
    .where(tellers.c.topic == bindparam("topic"), tellers.c.id == bindparam("id"))
    .order_by(tellers.c.published, tellers.c.key)
    .limit(1)
)
_COUNT = select(func.count()).select_from(places).where(places.c.topic == bindparam("topic"))


_placed = Runs[Placed](differs=ne)


def walked(connection: Connection, walk: Walk, limit: int) -> Sequence[Placed]:
    """The same objects where the same stands at the same place of the page as the last time."""
    kind, values = (walk.order, walk.begin is not None), _values(walk) | {"limit": limit}
    found = _found(connection, kind, walk.chosen, values)
    return _placed.each((walk, limit), [found], lambda places: [Placed._make(found[at]) for at in places])


def _found(
    connection: Connection, kind: tuple[Order, bool], chosen: Chosen, values: dict[str, object]
) -> Sequence[Row]:
    if not chosen:
        return _WALKS[kind].rows(connection, values)
    return [tuple(row) for row in connection.execute(_PAGES[kind].where(*chosen), values)]


def passed(connection: Connection, walk: Walk) -> int:
    """How many events of the walk stand where it begins, or before that."""
    behind = tuple_(*_KEYS) >= _AFTER if walk.order is Order.DESC else tuple_(*_KEYS) <= _AFTER
    return int(connection.execute(_COUNT.where(behind, *walk.chosen), _values(walk)).scalar_one())


def counted(connection: Connection, topic: int, chosen: Chosen) -> int:
    return int(connection.execute(_COUNT.where(*chosen), {"topic": topic}).scalar_one())


def home(connection: Connection, topic: int, event: str) -> int | None:
    """The key of the place where an event stands, by itself or with others."""
    return next((int(found) for (found,) in _HOME.rows(connection, {"topic": topic, "id": event})), None)


def standing(connection: Connection, topic: int, home: int) -> list[Placed]:
    return list(map(Placed._make, _SINGLE.rows(connection, {"topic": topic, "home": home})))


def place(connection: Connection, topic: int, home: int) -> Place:
    """Where it stands, which is somewhere."""
    [found] = _PLACE.rows(connection, {"topic": topic, "home": home})
    return Place(*found)


def _values(walk: Walk) -> dict[str, object]:
    after = {} if walk.begin is None else {f"after_{name}": value for name, value in walk.begin._asdict().items()}
    return {"topic": walk.topic, **after}
