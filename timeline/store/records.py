"""Records to and from the JSON bytes of their columns.

Bytes, because PostgreSQL's text and JSON types refuse NUL. Aware moments are written as in RFC 9557,
``2024-09-20T17:01:00+01:00[Europe/London]``, so that a publisher's zone is still known when an article is
read again. A field added to a record with a default needs nothing here unless its type is a record itself.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson

from timeline.interval import Granularity, Interval
from timeline.model import Article, Event, Source, Span, Status, TimexValue, When

Raw = dict[str, Any]


def json_bytes(value: object) -> bytes:
    """ASCII only: integers of any size, NaN and lone surrogates come back as they were."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def record_bytes(record: Article | Event) -> bytes:
    try:
        return orjson.dumps(record, _moment_text, orjson.OPT_PASSTHROUGH_DATETIME)
    except orjson.JSONEncodeError:  # a lone surrogate: not UTF-8, only an escape can carry it
        return json.dumps(asdict(record), default=_moment_text, separators=(",", ":")).encode("ascii")


def article(stored: bytes) -> Article:
    raw = _raw(stored)
    title = raw["title_span"]
    return Article(
        **raw
        | {
            "published": _moment(raw["published"]),
            "title_span": None if title is None else Span(**title),
            "body": _spans(raw["body"]),
            "topics": tuple(raw["topics"]),
        }
    )


def event(stored: bytes) -> Event:
    raw = _raw(stored)
    known = {
        "status": Status(raw["status"]),
        "when": _when(raw["when"]),
        "sources": tuple(map(_source, raw["sources"])),
    }
    return Event(**raw | known)


def _when(raw: Raw) -> When:
    interval = raw["interval"]
    known = {
        "interval": interval and Interval(_instant(interval["start"]), _instant(interval["end"])),
        "granularity": Granularity(raw["granularity"]),
        "timex": TimexValue(**raw["timex"]),
    }
    return When(**raw | known)


def _source(raw: Raw) -> Source:
    return Source(**raw | {"published": _moment(raw["published"]), "marks": _spans(raw["marks"])})


def _spans(raw: list[Raw]) -> tuple[Span, ...]:
    return tuple(Span(**span) for span in raw)


def _raw(stored: bytes) -> Raw:
    found: Raw
    try:
        found = orjson.loads(stored)
    except orjson.JSONDecodeError:
        found = json.loads(stored)
    return found


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _moment_text(moment: object) -> str:
    if not isinstance(moment, datetime):
        raise TypeError(f"{type(moment).__name__} has no form in the store")
    key = getattr(moment.tzinfo, "key", None)
    return f"{moment.isoformat()}[{key}]" if key else moment.isoformat()


def _moment(text: str) -> datetime:
    stamp, _, zone = text.partition("[")
    moment = datetime.fromisoformat(stamp)
    if not zone:
        return moment
    try:
        return moment.astimezone(ZoneInfo(zone.rstrip("]")))
    except ZoneInfoNotFoundError:  # the offset still tells the moment
        return moment
