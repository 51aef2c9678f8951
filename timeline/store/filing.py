"""Writing the reports of a topic: who tells them, what they are made of, and where they are looked up."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, delete, insert, update

from timeline.chronology.spots import kept as standing_at
from timeline.store.kept import Kept, trace_bytes
from timeline.store.schema import spots, tellers, tellings

_UNTOLD = delete(tellers).where(
    *(tellers.c[name] == bindparam(f"of_{name}") for name in ("topic", "telling", "published", "id", "key"))
)
# A hundred rows an article, so without SQLAlchemy's own work on each.
_SPOTTED = {
    "sqlite": "INSERT INTO spots (topic, spot, telling) VALUES (?, ?, ?)",
    "postgresql": "INSERT INTO spots (topic, spot, telling) VALUES (%s, %s, %s)",
}
_DROPPED = delete(tellings).where(tellings.c.topic == bindparam("of"), tellings.c.telling == bindparam("gone"))
_UNSPOTTED = delete(spots).where(
    spots.c.topic == bindparam("of"), spots.c.spot == bindparam("at"), spots.c.telling == bindparam("gone")
)
_MOVED = (
    update(tellings)
    .where(tellings.c.topic == bindparam("of"), tellings.c.telling == bindparam("it"))
    .values({name: bindparam(f"to_{name}") for name in ("component", "home", "copied")})
)


def tell(connection: Connection, topic: int, rows: list[dict[str, object]]) -> None:
    """``rows`` as in ``tellers``, without the topic."""
    if rows:
        connection.execute(insert(tellers), [{"topic": topic, **row} for row in rows])


def untell(connection: Connection, topic: int, rows: list[dict[str, object]]) -> None:
    given = [{f"of_{name}": value for name, value in row.items()} for row in rows]
    if given:
        connection.execute(_UNTOLD, [{"of_topic": topic, **row} for row in given])


def add(connection: Connection, topic: int, kept: list[Kept]) -> None:
    if not kept:
        return
    rows = [
        {
            "topic": topic, "telling": one.telling, "component": one.component, "home": one.home,
            "lead": one.lead, "copied": one.copied, "trace": trace_bytes(one.trace),
        }
        for one in kept
    ]  # fmt: skip
    connection.execute(insert(tellings), rows)
    if standing := [(topic, spot, one.telling) for one in kept for spot in standing_at(one.trace)]:
        connection.exec_driver_sql(_SPOTTED[connection.dialect.name], standing)


def drop(connection: Connection, topic: int, kept: Collection[Kept]) -> None:
    if kept:
        connection.execute(_DROPPED, [{"of": topic, "gone": one.telling} for one in kept])
    if standing := [{"of": topic, "at": at, "gone": one.telling} for one in kept for at in standing_at(one.trace)]:
        connection.execute(_UNSPOTTED, standing)


def move(connection: Connection, topic: int, kept: list[Kept]) -> None:
    """To the component and home they have now, copied or not."""
    if kept:
        rows = [
            {
                "of": topic, "it": one.telling, "to_component": one.component, "to_home": one.home,
                "to_copied": one.copied,
            }
            for one in kept
        ]  # fmt: skip
        connection.execute(_MOVED, rows)
