"""Addresses of style sheets and scripts that change with their content, so that a new one is fetched at once."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import url_for

_FOLDER = Path(__file__).parent.parent / "static"


def asset(name: str) -> str | None:
    """``None`` where there is no such file."""
    version = _version(name)
    return None if version is None else url_for("static", filename=name, v=version)


@cache
def _version(name: str) -> str | None:
    file = _FOLDER / name
    return sha256(file.read_bytes()).hexdigest()[:12] if file.is_file() else None
