"""Versions of articles taken into their rows: the newest counts, in whatever order they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, bindparam, case, func, select, tuple_
from sqlalchemy.sql.dml import ReturningInsert

from timeline.model import Article, Event
from timeline.progress import State
from timeline.store.columns import clean, later, microseconds
from timeline.store.entries import Entry
from timeline.store.insertion import Insertion, insertion
from timeline.store.records import article_bytes, json_bytes
from timeline.store.schema import articles
from timeline.store.statements import Statement

_RANK = {State.QUEUED: 0, State.PROCESSING: 1, State.DONE: 2, State.FAILED: 2, State.WITHDRAWN: 2}
_OVERWRITTEN = ("received", "rank", "state", "submission", "topics", "failure", "reference")
_KEPT_WHEN_UNKNOWN = ("article", "events", "publisher")
_OF_WHAT_IS_TOLD = ("withdrawn", "reason")
_TELLING = select(articles).where(articles.c.id == bindparam("id"), articles.c.events.is_not(None)).with_for_update()


class Taken(NamedTuple):
    """The key of an article, whether its events are known now, and its row as it was if they were known before."""

    key: int
    known: bool
    former: Row[tuple[object, ...]] | None = None


def version(entry: Entry) -> dict[str, object]:
    """The row of a version but for the moment at which it is taken."""
    return {
        "id": entry.id,
        "received": microseconds(entry.received),
        "rank": _RANK[entry.state],
        "state": entry.state.value,
        "submission": json_bytes(entry.submission),
        "topics": json_bytes([(topic.slug, clean(topic.title)) for topic in entry.topics]),
        "article": None if entry.article is None else article_bytes(entry.article, entry.reading),
        "events": None if entry.events is None else len(entry.events),
        "failure": None if entry.failure is None else clean(entry.failure),
        "reference": entry.reference,
        "withdrawn": None if entry.withdrawn is None else microseconds(entry.withdrawn),
        "reason": None if entry.reason is None else clean(entry.reason),
        "publisher": publisher(entry.article, entry.events),
    }


def taken(connection: Connection, version: Mapping[str, object], now: datetime) -> Taken | None:
    """``None``, and nothing written, for an old version. The row stays locked until the transaction ends."""
    moment, former = microseconds(now), None
    tells = version["events"] is not None
    values = {**version, "told": moment if tells else None, "changed": moment}
    if tells:
        for (key,) in _FIRST_TELLING.rows(connection, values):
            return Taken(key, known=True)
        former = connection.execute(_TELLING, {"id": version["id"]}).one_or_none()
    for key, events in _NEWER_ARTICLE.rows(connection, values):
        return Taken(key, events is not None, former)
    return None


def publisher(article: Article | None, events: Sequence[Event] | None) -> str | None:
    """Folded, as it is asked for: '' where there is none, ``None`` where that is not known."""
    if article is None and events is None:
        return None
    told = (source.publisher for event in events or () for source in event.sources[:1])
    return clean(next(told, None) or (article.publisher if article else None) or "").casefold()


def _first_telling(dialect: str) -> ReturningInsert[tuple[int]]:
    """Of an article whose events are not known yet: nothing that counted is lost."""
    given, newer = _version(dialect)
    new = given.excluded
    told = {name: new[name] for name in (*_OVERWRITTEN, *_OF_WHAT_IS_TOLD, "told")} | _moved(new.changed)
    kept = {name: func.coalesce(new[name], articles.c[name]) for name in _KEPT_WHEN_UNKNOWN}
    return given.on_conflict_do_update(
        index_elements=[articles.c.id], set_=told | kept, where=newer & articles.c.events.is_(None)
    ).returning(articles.c.key)


def _newer_article(dialect: str) -> ReturningInsert[tuple[int, int | None]]:
    given, newer = _version(dialect)
    new = given.excluded
    overwritten = {name: new[name] for name in _OVERWRITTEN} | _moved(new.changed)
    kept = {name: func.coalesce(new[name], articles.c[name]) for name in _KEPT_WHEN_UNKNOWN}
    told = {name: case((new.events.is_(None), articles.c[name]), else_=new[name]) for name in _OF_WHAT_IS_TOLD}
    return given.on_conflict_do_update(
        index_elements=[articles.c.id], set_=overwritten | kept | told, where=newer
    ).returning(articles.c.key, articles.c.events)


def _moved(now: ColumnElement[int]) -> dict[str, ColumnElement[int]]:
    return {"changed": later(articles.c.changed, now)}


def _version(dialect: str) -> tuple[Insertion, ColumnElement[bool]]:
    """And whether it is no earlier than the row that is there."""
    given = insertion(articles, dialect)
    new = given.excluded
    return given, tuple_(new.received, new.rank) >= tuple_(articles.c.received, articles.c.rank)


_FILLED = ("id", *_OVERWRITTEN, *_KEPT_WHEN_UNKNOWN, *_OF_WHAT_IS_TOLD, "told", "changed")
_FIRST_TELLING, _NEWER_ARTICLE = Statement(_first_telling, *_FILLED), Statement(_newer_article, *_FILLED)
