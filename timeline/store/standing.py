"""Where a topic's happenings stand in its timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, insert

from timeline.chronology import importance
from timeline.chronology.dates import Report
from timeline.chronology.merging import happening
from timeline.model import Event
from timeline.search.texts import event_words
from timeline.store import fulltext, records, reports, weights
from timeline.store.damage import event_read
from timeline.store.groups import Group
from timeline.store.order import Place, place
from timeline.store.schema import happenings, places
from timeline.store.statements import Statement

_CHOSEN_BY = ("status", "granularity", "weight", "importance", "doc")
_STAND = Statement(insert(places), "topic", *Place._fields, "echoed", *_CHOSEN_BY)
_MERGED = Statement(insert(happenings), "topic", "home", "record")
_FALL = Statement(delete(places).where(places.c.topic == bindparam("of"), places.c.key == bindparam("at")))
_FORGET = Statement(
    delete(happenings).where(happenings.c.topic == bindparam("of"), happenings.c.home == bindparam("at"))
)


class Standing(Protocol):
    """What of a group its place tells."""

    @property
    def home(self) -> int: ...

    @property
    def echoed(self) -> int | None: ...


def fall(connection: Connection, topic: int, groups: Sequence[Group]) -> None:
    fulltext.drop_places(connection, topic, [group.home for group in groups])
    _FALL.run(connection, [{"of": topic, "at": group.home} for group in groups])
    _FORGET.run(connection, [{"of": topic, "at": group.home} for group in groups if len(group.reports) > 1])


def stand(connection: Connection, topic: int, groups: Sequence[Group], at_hand: Mapping[int, Event]) -> None:
    """``at_hand`` are events by their keys that need not be read."""
    if not groups:
        return
    leads = {one.lead for group in groups for one in group.reports} - at_hand.keys()
    stored = reports.records(connection, leads) if leads else {}
    known = {key: event_read(connection, key, record) for key, record in stored.items()} | dict(at_hand)
    told = [(group, happening([Report(known[one.lead], one.trace) for one in group.reports])) for group in groups]
    _STAND.run(connection, placed(connection, topic, told))
    merged = [
        {"topic": topic, "home": group.home, "record": records.event_bytes(event)}
        for group, event in told
        if len(group.reports) > 1
    ]
    _MERGED.run(connection, merged)


def placed(connection: Connection, topic: int, told: Sequence[tuple[Standing, Event]]) -> list[dict[str, object]]:
    """The rows of ``places`` for happenings, which can be found by their words from now on."""
    title = weights.title(connection, topic)
    echoed = {group.echoed for group, _ in told if group.echoed is not None}
    articles = weights.articles(connection, topic, echoed) if echoed else {}
    docs = fulltext.add_places(connection, topic, {group.home: event_words(event) for group, event in told})
    return [
        {
            "topic": topic, **place(event, group.home)._asdict(), "echoed": group.echoed,
            **_weighed(event, title, articles.get(group.home)), "doc": docs[group.home],
        }
        for group, event in told
    ]  # fmt: skip


def _weighed(event: Event, title: str, articles: int | None) -> dict[str, object]:
    """``articles`` is how many tell it where there are copies, whom the event does not name."""
    weight = importance.weight(event, title)
    return {
        "status": event.status.value,
        "granularity": int(event.when.granularity),
        "weight": weight,
        "importance": importance.whole(weight, articles or len({source.article for source in event.sources})),
    }
