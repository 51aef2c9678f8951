"""The program that makes the answers, as far as they depend on it."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_ROOMS = ("api", "timeline")
_KINDS = {".py", ".html", ".css", ".js", ".svg"}


@cache
def build() -> tuple[str, float]:
    """A digest of the code, the same on every machine, and when it was laid down here (seconds since 1970)."""
    files = sorted(file for room in _ROOMS for file in (_ROOT / room).rglob("*") if file.suffix in _KINDS)
    digest = sha256()
    for file in files:
        digest.update(file.relative_to(_ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16], max((file.stat().st_mtime for file in files), default=0.0)
