"""Writing the reports of a topic: who tells them, what they are made of, and where they are looked up."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, delete, insert, update

from timeline.chronology.spots import kept as standing_at
from timeline.store.kept import Kept, trace_bytes
from timeline.store.schema import spots, tellers, tellings
from timeline.store.statements import Statement

_TOLD = Statement(insert(tellers), "topic", "telling", "published", "id", "key")
_UNTOLD = Statement(
    delete(tellers).where(
        *(tellers.c[name] == bindparam(f"of_{name}") for name in ("topic", "telling", "published", "id", "key"))
    )
)
_ADDED = Statement(insert(tellings), "topic", "telling", "component", "home", "lead", "copied", "trace")
_SPOTTED = Statement(insert(spots), "topic", "spot", "telling")
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
    .values({name: bindparam(f"to_{name}") for name in ("component", "home", "copied")})
)


def tell(connection: Connection, topic: int, rows: list[dict[str, object]]) -> None:
    """``rows`` as in ``tellers``, without the topic."""
    _TOLD.run(connection, [{"topic": topic, **row} for row in rows])


def untell(connection: Connection, topic: int, rows: list[dict[str, object]]) -> None:
    _UNTOLD.run(
        connection, [{"of_topic": topic, **{f"of_{name}": value for name, value in row.items()}} for row in rows]
    )


def add(connection: Connection, topic: int, kept: list[Kept]) -> None:
    rows = [
        {
            "topic": topic, "telling": one.telling, "component": one.component, "home": one.home,
            "lead": one.lead, "copied": one.copied, "trace": trace_bytes(one.trace),
        }
        for one in kept
    ]  # fmt: skip
    _ADDED.run(connection, rows)
    standing = [
        {"topic": topic, "spot": spot, "telling": one.telling} for one in kept for spot in standing_at(one.trace)
    ]
    _SPOTTED.run(connection, standing)


def drop(connection: Connection, topic: int, kept: Collection[Kept]) -> None:
    _DROPPED.run(connection, [{"of": topic, "gone": one.telling} for one in kept])
    standing = [{"of": topic, "at": at, "gone": one.telling} for one in kept for at in standing_at(one.trace)]
    _UNSPOTTED.run(connection, standing)


def move(connection: Connection, topic: int, kept: list[Kept]) -> None:
    """To the component and home they have now, copied or not."""
    rows = [
        {"of": topic, "it": one.telling, "to_component": one.component, "to_home": one.home, "to_copied": one.copied}
        for one in kept
    ]
    _MOVED.run(connection, rows)
