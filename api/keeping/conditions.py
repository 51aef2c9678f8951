"""What a client has already (RFC 9110, 8.8 and 13)."""

from __future__ import annotations

import time
from dataclasses import dataclass
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
    def settled(self) -> int | None:
        """``changed``, once that second is over."""
        return None if self.changed is None or time.time() < self.changed + 1 else self.changed

    def headers(self) -> dict[str, str]:
        return {"ETag": f'"{self.tag}"', "Cache-Control": "no-cache"} | dict(self.dated())

    def dated(self) -> tuple[tuple[str, str], ...]:
        """The header Last-Modified, where there is one now."""
        settled = self.settled
        return () if settled is None else (("Last-Modified", _date(settled)),)

    def encoded(self, encoding: str | None) -> str:
        """The tag of an answer compressed like this."""
        return f"{self.tag}{_SEPARATOR}{encoding}" if encoding else self.tag

    def known(self, tags: ETags) -> str | None:
        """The one of these tags by which a client has the answer."""
        return next((tag for tag in map(self.encoded, (None, *ENCODINGS)) if tags.contains_weak(tag)), None)

    def since(self, request: Request) -> bool:
        """Whether it has not changed since a moment that the client knows; a tag says more than that."""
        settled, since = self.settled, request.if_modified_since
        if settled is None or since is None or "If-None-Match" in request.headers:
            return False
        return settled <= since.timestamp()


@lru_cache(1000)
def _date(seconds: int) -> str:
    return http_date(seconds)
