"""Lists that a server gives a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cli.answers import told
from cli.client import Server


def pages(server: Server, path: str) -> Iterator[dict[str, Any]]:
    """Each page as JSON, from the one at ``path`` to the last."""
    following: str | None = path
    while following:
        page = told(server.get(following))
        yield page
        following = page["next"]
