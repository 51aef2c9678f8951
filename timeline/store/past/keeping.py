"""Keeping a version of an article when another takes its place, or when it is withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from timeline.store.columns import microseconds
from timeline.store.entries import Entry
from timeline.store.past.tables import former_filings, versions
from timeline.store.records import article_bytes, events_bytes, json_bytes, same_article
from timeline.store.schema import articles, topics
from timeline.store.tally import Change
from timeline.store.versions import Ending

_SINCE = update(articles).where(articles.c.key == bindparam("it")).values(told=bindparam("since"))
_WITHDRAWN = _SINCE.values(withdrawn=bindparam("since"))
_KEPT = insert(versions).returning(versions.c.key)
_TOPICS = (
    select(topics.c.slug, topics.c.title)
    .where(topics.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(topics.c.slug)
)


class Former(NamedTuple):
    """The row of an article as it was, and since when it told in each of its topics what it told."""

    row: Row[tuple[object, ...]]
    filed: Mapping[int, int]


class Ended(NamedTuple):
    until: datetime
    how: Ending


def keep(connection: Connection, former: Former, entry: Entry, change: Change, ended: Ended) -> bool:
    """Whether the article tells something else from now on. Of what was withdrawn already, nothing is left to keep."""
    if former.row.withdrawn is None:
        if not _other(former, entry, change):
            return False
        _keep(connection, former, entry.reason, change, ended)
    statement = _SINCE if entry.withdrawn is None else _WITHDRAWN
    connection.execute(statement, {"it": former.row.key, "since": microseconds(ended.until)})
    return True


def _other(former: Former, entry: Entry, change: Change) -> bool:
    if entry.withdrawn or change.records_before != change.records or change.topics_before != change.topics:
        return True
    return entry.article is not None and not same_article(former.row.article, article_bytes(entry.article))


def _keep(connection: Connection, former: Former, reason: str | None, change: Change, ended: Ended) -> None:
    under = connection.execute(_TOPICS, {"keys": list(former.filed)}).all()
    until = microseconds(ended.until)
    row = {
        "article": former.row.key,
        "since": former.row.told,
        "until": until,
        "topics": json_bytes([tuple(topic) for topic in under]),
        "record": former.row.article,
        "events": events_bytes(change.records_before),
        "ended": ended.how.value,
        "reason": reason,
    }
    version = connection.execute(_KEPT, row).scalar_one()
    stood = [{"topic": key, "version": version, "since": since, "until": until} for key, since in former.filed.items()]
    if stood:
        connection.execute(insert(former_filings), stood)
