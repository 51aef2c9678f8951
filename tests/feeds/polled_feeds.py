"""A feed that a test polls."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol

from timeline.store import Feed
from worker.settings import Settings

NOW = datetime.now(UTC)


class Polled(Protocol):
    def __call__(self, url: str, settings: Settings = ..., /) -> Feed: ...
