"""Where a topic's happenings stand in its timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from secrets import randbits
from types import MappingProxyType
from typing import NamedTuple, Protocol

from sqlalchemy import Connection, bindparam, delete

from timeline.chronology import importance
from timeline.chronology.dates import Report
from timeline.chronology.merging import happening
from timeline.model import Event
from timeline.search.texts import event_words
from timeline.store import fulltext, records, reports, weights
from timeline.store.chronologies import happenings, places
from timeline.store.damage import event_read
from timeline.store.groups import Group
from timeline.store.order import Place, place
from timeline.store.rows import Rows
from timeline.store.statements import Statement
from timeline.store.told import Told


class Chosen(NamedTuple):
    """What an event is selected by, besides its place."""

    status: str
    granularity: int
    weight: float
    importance: float
    doc: int | None


_STAMP = 62
"""Bits, as many as both databases have."""
_STAND = Rows(places, "topic", *Place._fields, "echoed", *Chosen._fields, "stamp")
_MERGED = Rows(happenings, "topic", "home", "record")
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


def stand(connection: Connection, topic: int, groups: Sequence[Group], at_hand: Mapping[int, Told]) -> None:
    """``at_hand`` are events by their keys that need not be read."""
    if not groups:
        return
    leads = {one.lead for group in groups for one in group.reports} - at_hand.keys()
    stored = reports.records(connection, leads) if leads else {}
    known = {key: event_read(connection, key, record) for key, record in stored.items()}
    known |= {key: one.event for key, one in at_hand.items()}
    told = [(group, happening([Report(known[one.lead], one.trace) for one in group.reports])) for group in groups]
    alone = [at_hand[group.home] for group in groups if len(group.reports) == 1 and group.home in at_hand]
    words = {one.key: one.ready.words for one in alone if one.ready}
    standing = zip(told, placed(connection, topic, told, words), strict=True)
    stamp = randbits(_STAMP)
    rows = [(topic, *where, group.echoed, *what, stamp) for (group, _), (where, what) in standing]
    _STAND.put(connection, rows)
    merged = [(group, event) for group, event in told if len(group.reports) > 1]
    _MERGED.put(connection, [(topic, group.home, records.event_bytes(event)) for group, event in merged])


def placed(
    connection: Connection,
    topic: int,
    told: Sequence[tuple[Standing, Event]],
    words: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> list[tuple[Place, Chosen]]:
    """Where happenings stand; they can be found by their words from now on.

    ``words`` are theirs by their homes, as far as they are known.
    """
    title = weights.title(connection, topic)
    echoed = {group.echoed for group, _ in told if group.echoed is not None}
    articles = weights.articles(connection, topic, echoed) if echoed else {}
    texts = {group.home: words.get(group.home) or event_words(event) for group, event in told}
    docs = fulltext.add_places(connection, topic, texts)
    return [
        (place(event, group.home), _chosen(event, title, articles.get(group.home), docs[group.home]))
        for group, event in told
    ]


def _chosen(event: Event, title: str, articles: int | None, doc: int | None) -> Chosen:
    """``articles`` is how many tell it where there are copies, whom the event does not name."""
    weight = importance.weight(event, title)
    known = articles or len({source.article for source in event.sources})
    return Chosen(event.status.value, int(event.when.granularity), weight, importance.whole(weight, known), doc)
