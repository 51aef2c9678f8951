"""Where a topic's happenings stand in its timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert

from timeline.chronology.dates import Report
from timeline.chronology.merging import happening
from timeline.model import Event
from timeline.store import records, reports
from timeline.store.groups import Group
from timeline.store.order import Place, place
from timeline.store.schema import happenings, places
from timeline.store.statements import Statement

_STAND = Statement(insert(places), "topic", *Place._fields, "echoed")
_MERGED = Statement(insert(happenings), "topic", "home", "record")
_FALL = Statement(delete(places).where(places.c.topic == bindparam("of"), places.c.key == bindparam("at")))
_FORGET = Statement(
    delete(happenings).where(happenings.c.topic == bindparam("of"), happenings.c.home == bindparam("at"))
)


def fall(connection: Connection, topic: int, groups: Sequence[Group]) -> None:
    _FALL.run(connection, [{"of": topic, "at": group.home} for group in groups])
    _FORGET.run(connection, [{"of": topic, "at": group.home} for group in groups if len(group.reports) > 1])


def stand(connection: Connection, topic: int, groups: Sequence[Group], at_hand: Mapping[int, Event]) -> None:
    """``at_hand`` are events by their keys that need not be read."""
    leads = {one.lead for group in groups for one in group.reports} - at_hand.keys()
    stored = reports.records(connection, leads) if leads else {}
    known = {key: records.event(record) for key, record in stored.items()} | dict(at_hand)
    standing, merged = [], []
    for group in groups:
        event = happening([Report(known[one.lead], one.trace) for one in group.reports])
        standing.append({"topic": topic, **place(event, group.home)._asdict(), "echoed": group.echoed})
        if len(group.reports) > 1:
            merged.append({"topic": topic, "home": group.home, "record": records.event_bytes(event)})
    _STAND.run(connection, standing)
    _MERGED.run(connection, merged)
