"""Articles that come under other topics though they tell what they told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from timeline.store import reading
from timeline.store.filings import Telling, file, turn
from timeline.store.past.keeping import Ended, Former, keep
from timeline.store.tally import Change, settle
from timeline.store.told import ready
from timeline.store.versions import Ending
from timeline.store.writing import retold


class Move(NamedTuple):
    """An article, since when it told in its topics what it tells, and its topics from now on."""

    row: Row[Any]
    filed: dict[int, int]
    topics: frozenset[int]

    @property
    def before(self) -> frozenset[int]:
        return frozenset(self.filed)


def move(connection: Connection, moves: Sequence[Move], *, kept: bool) -> None:
    """``kept``: where an article leaves a topic that stays, what it told there is known still."""
    moving = [(one, _change(connection, one)) for one in moves if one.before != one.topics]
    if not moving:
        return
    ended = Ended(turn(connection, [change for _, change in moving], {}), Ending.CORRECTED)
    for one, change in moving:
        given = tuple(reading.events_told(connection, one.row.key)) if change.records else ()
        leaves = kept and bool(one.before - one.topics) and one.row.events is not None
        anew = leaves and keep(connection, Former(one.row, one.filed), reading.told(connection, one.row), change, ended)
        file(connection, one.row.key, change, Telling(given, ended.until, anew=anew))
        settle(
            connection, change, retold(connection, one.row.key, change, [*map(ready, given)], ended.until), ended.until
        )


def _change(connection: Connection, one: Move) -> Change:
    standing = reading.stored_events(connection, one.row.key) if one.row.events is not None else []
    return Change(records_before=standing, records=standing, topics_before=one.before, topics=one.topics)
