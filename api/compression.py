"""Bodies compressed for who takes that; small ones cost more than they save, and events of a stream may not wait."""

from __future__ import annotations

from flask import Flask, request
from flask_compress import Compress
from flask_compress.compat import compression

ENCODINGS = ("zstd", "gzip")
LEAST = 1000
"""Bytes from which a body is compressed."""
_LEVELS = {"zstd": 3, "gzip": 6}
_KINDS = (
    "application/json",
    "application/ld+json",
    "application/feed+json",
    "application/atom+xml",
    "application/problem+json",
    "image/svg+xml",
    "text/calendar",
    "text/css",
    "text/csv",
    "text/html",
    "text/javascript",
    "text/markdown",
    "text/plain",
    "text/xml",
    "application/xml",
)


def register(app: Flask) -> None:
    app.config.update(
        COMPRESS_ALGORITHM=list(ENCODINGS),
        COMPRESS_MIMETYPES=list(_KINDS),
        COMPRESS_MIN_SIZE=LEAST,
        COMPRESS_ZSTD_LEVEL=_LEVELS["zstd"],
        COMPRESS_LEVEL=_LEVELS["gzip"],
        COMPRESS_ALGORITHM_STREAMING=list(ENCODINGS),
    )
    app.before_request(_choose)
    Compress(app)


def compressed(body: bytes, encoding: str) -> bytes:
    """As an answer's is that was compressed like this."""
    found: bytes = getattr(compression, encoding).compress(body, _LEVELS[encoding])
    return found


def _choose() -> None:
    """Leaves of what a client takes the encoding that it likes best of ours: Flask-Compress would use a refused one."""
    chosen = request.accept_encodings.best_match([*ENCODINGS, "identity"], "identity")
    request.environ["HTTP_ACCEPT_ENCODING"] = "" if chosen == "identity" else chosen
