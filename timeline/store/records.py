"""Records to and from the JSON bytes of their columns.

Bytes, because PostgreSQL's text and JSON types refuse NUL. A record may gain fields that have defaults, and lose
fields, without a migration.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from timeline.model import Article, Event
from timeline.store.columns import clean
from timeline.store.tellable import placed, published


@dataclass(frozen=True, slots=True)
class _Zoned:
    """JSON carries an offset alone; to read an article again, the publisher's zone must still be known.

    ``reading`` is which rules read it.
    """

    zone: str | None
    article: Article
    reading: str | None = None


class Unreadable(Exception):
    """What is stored is no record, or none that anything can be told of; ``left`` where only its times cannot."""

    def __init__(self, message: str, left: Event | None = None) -> None:
        super().__init__(message)
        self.left = left


T = TypeVar("T")

_JSON = json.JSONEncoder(separators=(",", ":")).encode
_EVENT = TypeAdapter(Event)
_EVENTS = TypeAdapter(tuple[Event, ...])
_ZONED = TypeAdapter(_Zoned)


def json_bytes(value: object) -> bytes:
    """ASCII only: integers of any size, NaN and lone surrogates come back as they were."""
    return _JSON(value).encode("ascii")


def event_bytes(event: Event) -> bytes:
    try:
        return _EVENT.serializer.to_json(event)
    except PydanticSerializationError:  # a lone surrogate, which is not UTF-8
        return _cleaned(event, _EVENT)


def same_events(some: Sequence[bytes], others: Sequence[bytes]) -> bool:
    """Whether they tell the same, however it is written."""
    try:
        return some == others or (len(some) == len(others) and list(map(event, some)) == list(map(event, others)))
    except Unreadable:
        return False


def event(stored: bytes) -> Event:
    """Raises Unreadable."""
    found = _read(_EVENT, stored)
    if not published(found):
        raise Unreadable("a source of it was published in no time zone")
    if not placed(found):
        raise Unreadable("a time in it is on no calendar", left=found)
    return found


def article_bytes(article: Article, reading: str | None = None) -> bytes:
    zoned = _Zoned(getattr(article.published.tzinfo, "key", None), article, reading)
    try:
        return orjson.dumps(zoned)
    except orjson.JSONEncodeError:
        return _cleaned(zoned, _ZONED)


def article_read(stored: bytes) -> tuple[Article, str | None]:
    """The article, and which rules read it. Raises Unreadable."""
    found = _read(_ZONED, stored)
    if found.zone is None:
        return found.article, found.reading
    return replace(found.article, published=_in_zone(found.article.published, found.zone)), found.reading


def same_article(one: bytes | None, other: bytes | None) -> bool:
    """Whether they hold the same, whichever rules read it."""
    if one == other or one is None or other is None:
        return one == other
    try:
        return replace(_read(_ZONED, one), reading=None) == replace(_read(_ZONED, other), reading=None)
    except Unreadable:
        return False


def events_bytes(records: Iterable[bytes]) -> bytes:
    """Event records as one."""
    return b"[" + b",".join(records) + b"]"


def events(stored: bytes) -> tuple[Event, ...]:
    """Raises Unreadable."""
    return _read(_EVENTS, stored)


def _read(adapter: TypeAdapter[T], stored: bytes) -> T:
    try:
        return adapter.validate_json(stored)
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise Unreadable(f"{place}: {first['msg']}" if place else first["msg"]) from fault


def _in_zone(published: datetime, key: str) -> datetime:
    """The same time on the clock, of the two in a repeated hour the one with the same offset."""
    try:
        found = published.replace(tzinfo=ZoneInfo(key))
    except ZoneInfoNotFoundError:  # the offset still tells the moment
        return published
    return found if found.utcoffset() == published.utcoffset() else found.replace(fold=1)


def _cleaned(record: T, adapter: TypeAdapter[T]) -> bytes:
    return clean(json.dumps(adapter.dump_python(record, mode="json"), ensure_ascii=False)).encode()
