"""What the API is told by its environment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from worker.settings import InvalidSetting, Settings, settings, whole_number

MAX_BODY = 2 * 2**20
PAGE_SIZE = 100
LARGEST_PAGE = 1000
READING = ("open", "token")
WRITING = ("token", "loopback")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """``max_body`` are the bytes of a body, ``page_size`` the events of a page unless asked otherwise.

    ``starter`` is the SHA-256, in hexadecimal, of a token that may submit besides those of the store.
    ``reading`` and ``writing`` say who needs a token for that: see `READING` and `WRITING`. ``proxies`` is the
    number of those in front of the API whose word on a client's address counts.
    """

    worker: Settings = field(default_factory=Settings)
    max_body: int = MAX_BODY
    page_size: int = PAGE_SIZE
    reading: str = "open"
    writing: str = "token"
    proxies: int = 0
    starter: str = ""


def api_settings(environ: Mapping[str, str]) -> ApiSettings:
    """Settings from ``environ``. Raises InvalidSetting."""
    return ApiSettings(
        worker=settings(environ),
        max_body=whole_number(environ, "DATELINE_MAX_BODY", default=MAX_BODY),
        page_size=min(whole_number(environ, "DATELINE_PAGE_SIZE", default=PAGE_SIZE), LARGEST_PAGE),
        reading=_one_of(environ, "DATELINE_READING", READING),
        writing=_one_of(environ, "DATELINE_WRITING", WRITING),
        proxies=whole_number(environ, "DATELINE_PROXIES", default=0, least=0),
        starter=environ.get("DATELINE_STARTER", ""),
    )


def _one_of(environ: Mapping[str, str], name: str, choices: Sequence[str]) -> str:
    """The variable's value, the first choice where there is none."""
    given = environ.get(name) or choices[0]
    if given not in choices:
        raise InvalidSetting(f"{name} is {given!r}; it must be {' or '.join(choices)}.")
    return given
