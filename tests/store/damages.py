"""Records that cannot be read back, and every way to make one."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, update
from store_specimens import event, local

from timeline.interval import Interval
from timeline.model import Event, Status
from timeline.selection import Selection
from timeline.store import Store
from timeline.store.chronologies import places

Spoil = Callable[[str, int, Callable[[bytes], bytes]], None]
DAYS = [Interval(local(day), local(day + 1)) for day in (3, 4, 5)]
PLANNED = tuple(event(f"e{number}", day, status=Status.SCHEDULED) for number, day in enumerate(DAYS))
WAYS: dict[str, Callable[[bytes], bytes]] = {
    "nothing left": lambda _: b"",
    "cut off": lambda record: record[: len(record) // 2],
    "another type of record": lambda _: b"[null]",
    "a status nobody knows": lambda record: record.replace(b'"scheduled"', b'"postponed"'),
    "a number for a headline": lambda record: record.replace(b'"headline":"', b'"headline":7,"x":"'),
    "a year after the last": lambda record: record.replace(b'"2024-09-04T', b'"12024-09-04T'),
    "a time of a zone among times without": lambda record: record.replace(b'-04T00:00:00"', b'-04T00:00:00Z"'),
    "a publication in no zone": lambda record: record.replace(b":00+01:00", b":00"),
    "an offset of a week": lambda record: record.replace(b'"offset":60', b'"offset":10080'),
}
TIMES_ALONE = {"a time of a zone among times without", "an offset of a week"}


def forget(connection: Connection) -> None:
    """Has this process read again what it remembers of a record, as another one would."""
    connection.execute(update(places).values(stamp=places.c.stamp + 1))


def told(store: Store, selection: Selection | None = None) -> tuple[Event, ...]:
    page = store.timeline("harbour", selection or Selection())
    assert page is not None
    assert page.count == len(page.events)
    return page.events
