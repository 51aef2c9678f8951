"""What a client has already (RFC 9110, 8.8 and 13)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from flask import Request
from werkzeug.datastructures import ETags
from werkzeug.http import http_date

from api.compression import ENCODINGS

_SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class Validators:
    """``tag`` is the same for all encodings of an answer; a compressed one is told by its encoding behind it.

    ``changed``: seconds since 1970. Within that second the answer may change again, so only afterwards is there
    a ``Last-Modified`` that tells one answer from the next.
    """

    tag: str
    changed: int | None

    @property
    def modified(self) -> datetime | None:
        if self.changed is None or time.time() < self.changed + 1:
            return None
        return datetime.fromtimestamp(self.changed, UTC)

    def headers(self) -> dict[str, str]:
        return {"ETag": f'"{self.tag}"', "Cache-Control": "no-cache"} | dict(self.dated())

    def dated(self) -> tuple[tuple[str, str], ...]:
        """The header Last-Modified, where there is one now."""
        settled = self.changed is not None and time.time() >= self.changed + 1
        return (("Last-Modified", _date(self.changed)),) if settled else ()

    def encoded(self, encoding: str | None) -> str:
        """The tag of an answer compressed like this."""
        return f"{self.tag}{_SEPARATOR}{encoding}" if encoding else self.tag

    def known(self, tags: ETags) -> str | None:
        """The one of these tags by which a client has the answer."""
        return next((tag for tag in map(self.encoded, (None, *ENCODINGS)) if tags.contains_weak(tag)), None)

    def since(self, request: Request) -> bool:
        """Whether it has not changed since a moment that the client knows; a tag says more than that."""
        modified, since = self.modified, request.if_modified_since
        if modified is None or since is None or "If-None-Match" in request.headers:
            return False
        return modified <= since


@lru_cache(1000)
def _date(seconds: int | None) -> str:
    return http_date(seconds)
