"""What the API is told by its environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from worker.settings import Settings, settings, whole_number

MAX_BODY = 2 * 2**20
PAGE_SIZE = 100
LARGEST_PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """``max_body`` are the bytes of a body, ``page_size`` the events of a page unless asked otherwise."""

    worker: Settings = field(default_factory=Settings)
    max_body: int = MAX_BODY
    page_size: int = PAGE_SIZE


def api_settings(environ: Mapping[str, str]) -> ApiSettings:
    """Settings from ``environ``. Raises InvalidSetting."""
    return ApiSettings(
        worker=settings(environ),
        max_body=whole_number(environ, "DATELINE_MAX_BODY", default=MAX_BODY),
        page_size=min(whole_number(environ, "DATELINE_PAGE_SIZE", default=PAGE_SIZE), LARGEST_PAGE),
    )
