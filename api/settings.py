"""What the API is told by its environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from worker.settings import InvalidSetting, Settings, one_of, settings, whole_number

MAX_BODY = 2 * 2**20
PAGE_SIZE = 100
LARGEST_PAGE = 1000
MOST_LINES = 10_000
MOST_VERSIONS = 100
LONGEST_REASON = 1000
WINDOW_SIZE = 15
QUEUE_LIMIT = 50_000
READ_RATE, WRITE_RATE = 3000, 1200
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?")
STREAMS = 32
READING = ("open", "token")
WRITING = ("token", "loopback")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """``max_body`` are the bytes of a body, or of a line of NDJSON, ``max_lines`` the articles of an NDJSON body,
    ``page_size`` the events of a page unless asked otherwise.

    While ``queue_limit`` articles wait, no more are taken. ``read_rate`` and ``write_rate`` are requests a minute for
    a token or an address, 0 any number; ``rates_url`` is the Redis that counts them, the broker where it is empty.

    ``starter`` is the SHA-256, in hexadecimal, of a token that may submit besides those of the store.
    ``reading`` and ``writing`` say who needs a token for that: see `READING` and `WRITING`. ``proxies`` is the
    number of those in front of the API whose word on a client's address counts. ``origins`` are the sites whose
    scripts may read, "*" for any. ``streams`` is how many may be open in a process at a time, each ``stream_seconds``
    long at most.
    """

    worker: Settings = field(default_factory=Settings)
    max_body: int = MAX_BODY
    page_size: int = PAGE_SIZE
    max_lines: int = MOST_LINES
    queue_limit: int = QUEUE_LIMIT
    read_rate: int = READ_RATE
    write_rate: int = WRITE_RATE
    rates_url: str = ""
    reading: str = "open"
    writing: str = "token"
    proxies: int = 0
    starter: str = ""
    origins: tuple[str, ...] = ()
    streams: int = STREAMS
    stream_seconds: int = 900


def api_settings(environ: Mapping[str, str]) -> ApiSettings:
    """Settings from ``environ``. Raises InvalidSetting."""
    return ApiSettings(
        worker=settings(environ),
        max_body=whole_number(environ, "DATELINE_MAX_BODY", default=MAX_BODY),
        page_size=min(whole_number(environ, "DATELINE_PAGE_SIZE", default=PAGE_SIZE), LARGEST_PAGE),
        max_lines=whole_number(environ, "DATELINE_MAX_LINES", default=MOST_LINES),
        queue_limit=whole_number(environ, "DATELINE_QUEUE_LIMIT", default=QUEUE_LIMIT),
        read_rate=whole_number(environ, "DATELINE_READ_RATE", default=READ_RATE, least=0),
        write_rate=whole_number(environ, "DATELINE_WRITE_RATE", default=WRITE_RATE, least=0),
        rates_url=environ.get("DATELINE_RATES_URL", ""),
        reading=one_of(environ, "DATELINE_READING", READING),
        writing=one_of(environ, "DATELINE_WRITING", WRITING),
        proxies=whole_number(environ, "DATELINE_PROXIES", default=0, least=0),
        starter=environ.get("DATELINE_STARTER", ""),
        streams=whole_number(environ, "DATELINE_STREAMS", default=STREAMS, least=0),
        origins=_origins(environ.get("DATELINE_ORIGINS", "")),
    )


def _origins(given: str) -> tuple[str, ...]:
    """Raises InvalidSetting."""
    found = tuple(given.split())
    for origin in found:
        if origin != "*" and not _ORIGIN.fullmatch(origin):
            raise InvalidSetting(
                f"DATELINE_ORIGINS has {origin!r}; it must be sites such as https://example.org, or *."
            )
    return found
