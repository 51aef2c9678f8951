"""Bringing a store's happenings to what they are today, once.

Those of a store that knew only articles' events: about 6 ms an article. Where more than `MOST` reports hung together,
they were divided by what they had in common all together, and are by what two have in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, select, text, update

from timeline.chronology.grouping import MOST
from timeline.store.chronologies import places
from timeline.store.filings import publish
from timeline.store.reading import stored_events
from timeline.store.retelling import regroup
from timeline.store.schema import event_keys, filings, topics
from timeline.store.tally import Change, settle
from timeline.store.told import told
from timeline.store.writing import retold_everywhere

UNMERGED = {"0001", "0002", "0003_tokens"}
HANGING = {
    "0004_happenings", "0005_past", "0006_feeds", "0007_editions", "0008_events_by_id", "0009_selections",
    "0010_rereadings", "0011_search", "0012_catalogue",
}  # fmt: skip
"""Revisions whose reports know what they hang together with."""
_CROWDS = text(
    "SELECT topic, telling FROM tellings WHERE (topic, component) IN "
    "(SELECT topic, component FROM tellings GROUP BY topic, component HAVING count(*) > :most)"
)
_COUNTED = update(topics).where(topics.c.key == bindparam("of")).values(events=topics.c.events + bindparam("more"))
_FILED = select(filings.c.article, filings.c.topic).order_by(filings.c.article)


def merge(connection: Connection) -> None:
    now = datetime.now(UTC)
    connection.execute(delete(places))
    connection.execute(update(topics).values(events=0, articles=0))
    for article, under in list(_filed(connection)):
        stored = stored_events(connection, article)
        change = Change(records_before=[], records=stored, topics_before=frozenset(), topics=under)
        after = told(connection, event_keys(article), stored)
        publish(connection, article, [one.event for one in after])
        settle(connection, change, retold_everywhere(connection, change, [], after, now), now)


def _filed(connection: Connection) -> Iterator[tuple[int, frozenset[int]]]:
    under: dict[int, set[int]] = {}
    for row in connection.execute(_FILED):
        under.setdefault(row.article, set()).add(row.topic)
    yield from ((article, frozenset(topics)) for article, topics in under.items())


def crowds(connection: Connection) -> dict[int, list[int]]:
    """By topic, the tellings of which more than `MOST` hang together."""
    found: dict[int, list[int]] = defaultdict(list)
    for topic, telling in connection.execute(_CROWDS, {"most": MOST}):
        found[topic].append(telling)
    return found


def divide(connection: Connection, gathered: Mapping[int, Sequence[int]]) -> None:
    for topic, tellings in gathered.items():
        connection.execute(_COUNTED, {"of": topic, "more": regroup(connection, topic, tellings)})
