"""What is told of a topic, as server-sent events (WHATWG HTML, 9.2).

The id of an event is the moment up to which it tells, in microseconds since 1970, the ``as_of`` of the timeline then.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from api.problems import Json
from timeline.formats.text import json_bytes
from timeline.store import News

BEAT = b": \n\n"
"""A comment: the connection lives, and whoever is gone is noticed."""
RETRY_SECONDS = 3
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def opening(moment: int) -> bytes:
    """From which moment on changes are told. It dispatches nothing, but is what the client comes back with."""
    return f"retry: {RETRY_SECONDS * 1000}\nid: {moment}\n\n".encode()


def change(news: News) -> bytes:
    told: Json = {
        "as_of": (_EPOCH + timedelta(microseconds=news.upto)).isoformat(),
        "count": news.count,
        "articles": [{"article": article, "events": list(events)} for article, events in news.articles.items()],
        "fresh": sorted(news.fresh),
        "events": list(news.altered),
        "withdrawn": list(news.withdrawn),
    }
    return message("change", told, news.upto)


def message(name: str, told: Json, moment: int | None = None) -> bytes:
    id_ = b"" if moment is None else b"id: %d\n" % moment
    return b"event: %s\n%sdata: %s\n\n" % (name.encode(), id_, json_bytes(told).rstrip())
