"""Walks along the places of a topic, which lie in the order of its timeline."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select, tuple_

from timeline.model import Order
from timeline.store.chronologies import places, tellers, tellings
from timeline.store.order import Place
from timeline.store.statements import Row, Statement

Chosen = Sequence[ColumnElement[bool]]


class Places(NamedTuple):
    """What stands at places, a column each, without the places themselves, which take as long to read as all else;
    ``echoed`` where there are copies, ``stamp`` as in `timeline.store.chronologies`."""

    key: Sequence[int]
    echoed: Sequence[int | None]
    importance: Sequence[float]
    stamp: Sequence[int]

    @property
    def middle(self) -> int:
        """A key that tells pages apart: few changes touch it."""
        return self.key[len(self.key) // 2] if self.key else 0

    def until(self, limit: int) -> Places:
        return Places(self.key[:limit], self.echoed[:limit], self.importance[:limit], self.stamp[:limit])


class Walk(NamedTuple):
    """Through a topic from ``begin`` on, which itself is left out."""

    topic: int
    chosen: Chosen
    order: Order
    begin: Place | None


_KEYS = tuple(places.c[name] for name in Place._fields)
_PLACES = select(*(places.c[name] for name in Places._fields)).where(places.c.topic == bindparam("topic"))
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


def walked(connection: Connection, walk: Walk, limit: int) -> Places:
    kind, values = (walk.order, walk.begin is not None), _values(walk) | {"limit": limit}
    return _columns(_found(connection, kind, walk.chosen, values))


def _columns(rows: Sequence[Row]) -> Places:
    """Numbers lie close together, for what is read of them next is whether they are others."""
    key, echoed, importance, stamp = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Places(array("q", key), echoed, array("d", importance), array("q", stamp))


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


def standing(connection: Connection, topic: int, home: int | None) -> Places:
    """Nothing where there is no home."""
    return _columns([] if home is None else _SINGLE.rows(connection, {"topic": topic, "home": home}))


def place(connection: Connection, topic: int, home: int) -> Place:
    """Where it stands, which is somewhere."""
    [found] = _PLACE.rows(connection, {"topic": topic, "home": home})
    return Place(*found)


def _values(walk: Walk) -> dict[str, object]:
    after = {} if walk.begin is None else {f"after_{name}": value for name, value in walk.begin._asdict().items()}
    return {"topic": walk.topic, **after}
