"""RSS and Atom: each entry as the JSON of an article."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from io import BytesIO
from typing import Any

from timeline.addresses import is_web_address

MOST_ENTRIES = 1000
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


class NoFeed(ValueError):
    """What was read is neither RSS nor Atom."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """``key`` tells an entry from the others of its feed, ``version`` its states from each other."""

    key: str
    version: str
    submission: Mapping[str, object]


def entries(content: bytes, headers: Mapping[str, str], topics: Sequence[str]) -> list[FeedEntry]:
    """Those of a feed, in its order, each once. ``headers`` are of the answer it came in. Raises NoFeed."""
    import feedparser

    if _ENTITY.search(content.replace(b"\0", b"")):
        raise NoFeed("It declares entities of its own, which multiply what is read: no feed needs them.")
    found = feedparser.parse(
        BytesIO(content), response_headers={name.lower(): value for name, value in headers.items()}
    )
    if not found.get("version"):
        raise NoFeed("What is there is neither RSS nor Atom.")
    about = found.feed
    made = (_entry(entry, about, topics) for entry in found.entries[:MOST_ENTRIES])
    return list({entry.key: entry for entry in made}.values())


def _entry(entry: Any, about: Any, topics: Sequence[str]) -> FeedEntry:  # noqa: ANN401
    submission = {name: value for name, value in _fields(entry, about) if value} | {"topics": list(topics)}
    version = _digest(json.dumps(submission, sort_keys=True))
    own = entry.get("id") or entry.get("link") or f"{entry.get('title')} {entry.get('published')}"
    return FeedEntry(_digest(own), version, submission)


def _fields(entry: Any, about: Any) -> Iterator[tuple[str, str | None]]:  # noqa: ANN401
    kind, told = _body(entry)
    link = str(entry.get("link") or "")
    language = str(entry.get("language") or about.get("language") or "")
    yield kind, told
    yield "title", _line(entry.get("title"), 1000)
    yield "published", _moment(entry)
    yield "url", link if is_web_address(link) and len(link) <= 2000 else None
    yield "publisher", _line((entry.get("source") or {}).get("title") or about.get("title"), 200)
    yield "language", language if _LANGUAGE.fullmatch(language) else None


def _body(entry: Any) -> tuple[str, str | None]:  # noqa: ANN401
    """The longest of what the entry says of itself, as text or HTML; its title where that is all."""
    parts = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    best = max(parts, key=lambda part: len(part.get("value") or ""))
    told = str(best.get("value") or "").strip()
    if not told:
        return "text", _line(entry.get("title"), 1000)
    if best.get("type") == "text/plain" or "<" not in told:
        return "text", unescape(told)
    return "html", told


def _moment(entry: Any) -> str | None:  # noqa: ANN401
    """When it was published, or last changed where that alone is told, with the publisher's own offset.

    Content systems write UTC for want of a zone, so a zero offset tells the instant only.
    """
    for name in ("published", "updated", "created"):
        if written := entry.get(name):
            moment = _written(str(written)) or _parsed(entry.get(f"{name}_parsed"))
            if moment is None:
                return str(written)[:200]
            return moment.isoformat().replace("+00:00", "Z")
    return None


def _written(text: str) -> datetime | None:
    for parse in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = parse(text.strip())
        except (ValueError, TypeError, IndexError):
            continue
        if moment.tzinfo is not None:
            return moment
    return None


def _parsed(parts: Any) -> datetime | None:  # noqa: ANN401
    try:
        return datetime(*parts[:6]).replace(tzinfo=UTC) if parts else None
    except (ValueError, TypeError):
        return None


def _line(text: object, longest: int) -> str | None:
    return " ".join(unescape(_TAG.sub(" ", str(text or ""))).split())[:longest] or None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
