"""Writing the reports of a topic: who tells them, what they are made of, and where they are looked up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, update

from timeline.store.chronologies import spots, tellers, tellings
from timeline.store.kept import Filed, Kept
from timeline.store.rows import Rows
from timeline.store.statements import Statement

_TOLD = Rows(tellers, "topic", "telling", "published", "id", "key")
_UNTOLD = Statement(
    delete(tellers).where(
        *(tellers.c[name] == bindparam(f"of_{name}") for name in ("topic", "telling", "published", "id", "key"))
    )
)
_ADDED = Rows(tellings, "topic", "telling", "home", "lead", "copied", "trace")
_SPOTTED = Rows(spots, "topic", "spot", "telling", "facts", "words")
_DROPPED = Statement(
    delete(tellings).where(tellings.c.topic == bindparam("of"), tellings.c.telling == bindparam("gone"))
)
_UNSPOTTED = Statement(
    delete(spots).where(
        spots.c.topic == bindparam("of"), spots.c.spot == bindparam("at"), spots.c.telling == bindparam("gone")
    )
)
_MOVED = Statement(
    update(tellings)
    .where(tellings.c.topic == bindparam("of"), tellings.c.telling == bindparam("it"))
    .values({name: bindparam(f"to_{name}") for name in ("home", "copied")})
)


class Teller(NamedTuple):
    """A row of ``tellers`` without its topic."""

    telling: int
    published: int
    id: str
    key: int


def tell(connection: Connection, topic: int, tellers: Iterable[Teller]) -> None:
    _TOLD.put(connection, [(topic, *one) for one in tellers])


def untell(connection: Connection, topic: int, tellers: Iterable[Teller]) -> None:
    rows = [{f"of_{name}": value for name, value in one._asdict().items()} for one in tellers]
    _UNTOLD.run(connection, [{"of_topic": topic, **row} for row in rows])


def add(connection: Connection, topic: int, kept: Sequence[Kept]) -> None:
    written = [(one, one.filed) for one in kept]
    _ADDED.put(
        connection, [(topic, one.telling, one.home, one.lead, one.copied, filed.trace) for one, filed in written]
    )
    spot(connection, [(topic, one.telling, filed) for one, filed in written])


def spot(connection: Connection, given: Iterable[tuple[int, int, Filed]]) -> None:
    """By topic and telling."""
    rows = [(topic, spot, telling, *filed.mark) for topic, telling, filed in given for spot in filed.kept]
    _SPOTTED.put(connection, rows)


def drop(connection: Connection, topic: int, kept: Collection[Kept]) -> None:
    _DROPPED.run(connection, [{"of": topic, "gone": one.telling} for one in kept])
    standing = [{"of": topic, "at": at, "gone": one.telling} for one in kept for at in one.filed.kept]
    _UNSPOTTED.run(connection, standing)


def move(connection: Connection, topic: int, kept: list[Kept]) -> None:
    """To the home they have now, copied or not."""
    rows = [{"of": topic, "it": one.telling, "to_home": one.home, "to_copied": one.copied} for one in kept]
    _MOVED.run(connection, rows)
