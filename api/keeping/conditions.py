"""What a client has already (RFC 9110, 8.8 and 13)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Request
from werkzeug.http import http_date

ENCODINGS = ("zstd", "gzip")
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
        modified = self.modified
        told = {"ETag": f'"{self.tag}"', "Cache-Control": "no-cache"}
        return told | ({"Last-Modified": http_date(modified)} if modified else {})

    def known(self, request: Request) -> str | None:
        """The tag by which a client has the answer."""
        tags = request.if_none_match
        for tag in (self.tag, *(f"{self.tag}{_SEPARATOR}{encoding}" for encoding in ENCODINGS)):
            if tags.contains_weak(tag):
                return tag
        return None

    def since(self, request: Request) -> bool:
        """Whether it has not changed since a moment that the client knows; a tag says more than that."""
        modified, since = self.modified, request.if_modified_since
        if modified is None or since is None or "If-None-Match" in request.headers:
            return False
        return modified <= since
