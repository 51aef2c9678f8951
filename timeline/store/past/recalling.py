"""A page of a timeline as it was known at a moment: made again by the code that merges on every write.

The last ones are remembered, so that the pages of one are not all made anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from sqlalchemy import Row, bindparam, select

from timeline.chronology.merging import merged
from timeline.chronology.selected import selected
from timeline.model import Damaged, Event, Order, Timeline, Topic
from timeline.store.columns import microseconds, moment
from timeline.store.cursors import after, back, cursor
from timeline.store.faults import Unavailable
from timeline.store.order import Place, between, place
from timeline.store.pages import Asked, page
from timeline.store.past.moments import known, told_then
from timeline.store.schema import topics
from timeline.store.transactions import Transaction

REMEMBERED = 10_000
"""Events of timelines that are kept in memory, some 9 kB each; the last timeline is, however long it is."""
PATIENCE = 20.0
"""Seconds of waiting for others."""
_TOPIC = select(topics).where(topics.c.slug == bindparam("slug"))


class Standing(NamedTuple):
    place: Place
    event: Event


class Memory:
    """Past timelines by the versions they are made of."""

    def __init__(self) -> None:
        self._told: OrderedDict[str, Sequence[Standing]] = OrderedDict()
        self._lock, self._turn = Lock(), Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """To make one, alone, as it takes a whole core. Raises Unavailable when others take too long."""
        if not self._turn.acquire(timeout=PATIENCE):
            raise Unavailable("Too many timelines of the past are asked for at once.")
        try:
            yield
        finally:
            self._turn.release()

    def get(self, mark: str) -> Sequence[Standing] | None:
        with self._lock:
            if mark in self._told:
                self._told.move_to_end(mark)
            return self._told.get(mark)

    def put(self, mark: str, told: Sequence[Standing]) -> None:
        with self._lock:
            self._told[mark] = told
            while len(self._told) > 1 and sum(map(len, self._told.values())) > REMEMBERED:
                self._told.popitem(last=False)


def recalled(transaction: Transaction, memory: Memory, asked: Asked, then: datetime) -> Timeline | None:
    """``None`` for an unknown topic. Raises OutOfReach, and `ValueError` on a broken cursor.

    Nobody holds a connection while waiting for a turn to make one.
    """
    for making in (False, True):
        with memory.turn() if making else nullcontext(), transaction() as connection:
            topic = connection.execute(_TOPIC, {"slug": asked.slug}).one_or_none()
            if topic is None or microseconds(then) >= topic.changed:
                return page(connection, asked)
            found = known(connection, topic.key, microseconds(then))
            told = memory.get(found.mark)
            if told is None and making:
                told = _standing(_merged(told_then(connection, topic.key, microseconds(then))))
                memory.put(found.mark, told)
        if told is not None:
            return _page(topic, told, asked, then if found.since is None else moment(found.since))
    return None


def _page(topic: Row[tuple[object, ...]], told: Sequence[Standing], asked: Asked, as_of: datetime) -> Timeline:
    selection, limit = asked.selection, asked.limit
    chosen = [one for one in told if selected(one.event, selection, topic.title)]
    begin = None if asked.after is None else _place(chosen, after(asked.after, selection))
    rest = _rest(chosen, selection.order, begin)
    return Timeline(
        topic=Topic(topic.slug, topic.title),
        as_of=as_of,
        count=len(chosen),
        events=tuple(one.event for one in rest[:limit]),
        next=cursor(rest[limit - 1].place, selection) if len(rest) > limit else None,
        previous=cursor(rest[0].place, back(selection)) if rest and begin is not None else None,
        before=None if begin is None else between(begin),
        passed=len(chosen) - len(rest) if begin and asked.numbered else 0,
        order=selection.order,
    )


def _merged(told: Sequence[Event]) -> list[Event]:
    """What cannot be read is like nothing else."""
    lost = [one for one in told if isinstance(one, Damaged)]
    return [*merged(one for one in told if not isinstance(one, Damaged)), *lost]


def _standing(told: Sequence[Event]) -> list[Standing]:
    """In the order of places; what has one id and time is parted by its place in the timeline."""
    return sorted(
        (Standing(place(event, number), event) for number, event in enumerate(told)), key=lambda one: one.place
    )


def _place(chosen: Sequence[Standing], given: Place) -> Place:
    """Keys of the present, from when what is past now was not, part nothing else than what has one id and time."""
    alike = [one.place for one in chosen if one.place[:-1] == given[:-1]]
    return alike[0] if len(alike) == 1 else given


def _rest(chosen: Sequence[Standing], order: Order, begin: Place | None) -> Sequence[Standing]:
    """What comes after ``begin``."""
    if order is Order.DESC:
        until = len(chosen) if begin is None else bisect_left(chosen, begin, key=lambda one: one.place)
        return chosen[:until][::-1]
    return chosen[0 if begin is None else bisect_right(chosen, begin, key=lambda one: one.place) :]
