"""Events of a topic that fell, or changed by what an article tells no more: nothing else would tell of them later."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, select
from sqlalchemy.sql.dml import Insert

from timeline.store.chronologies import alterations, places
from timeline.store.columns import microseconds
from timeline.store.insertion import insertion
from timeline.store.lists import among, numbers
from timeline.store.statements import Statement


def note(connection: Connection, topic: int, altered: Mapping[int, str], now: datetime) -> None:
    """Notes events by the homes at which they stand, or stood, as changed by a write at ``now``."""
    at = microseconds(now)
    rows = [{"topic": topic, "event": event, "home": home, "at": at} for home, event in altered.items()]
    _NOTED.run(connection, rows)


def standing(connection: Connection, topic: int, homes: Collection[int]) -> dict[int, str]:
    """The events of a topic that stand at these homes, as far as any does."""
    if not homes:
        return {}
    given = numbers(homes, connection.dialect.name)
    return dict(_STANDING.rows(connection, {"topic": topic, "given": given}))


def _standing(dialect: str) -> Select[tuple[int, str]]:
    return select(places.c.key, places.c.event).where(
        places.c.topic == bindparam("topic"), among(places.c.key, "given", dialect)
    )


def _noted(dialect: str) -> Insert:
    given = insertion(alterations, dialect)
    new = {name: given.excluded[name] for name in ("home", "at")}
    return given.on_conflict_do_update(index_elements=[alterations.c.topic, alterations.c.event], set_=new)


_STANDING = Statement(_standing)
_NOTED = Statement(_noted, "topic", "event", "home", "at")
