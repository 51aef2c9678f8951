"""What the worker is told by its environment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Network = IPv4Network | IPv6Network
REDIS_URL = "redis://127.0.0.1:6379/0"
ZONE = ZoneInfo("Europe/London")
DATABASE_URL = "sqlite:///data/dateline.db"
FORMS = ("text", "json")


class InvalidSetting(ValueError):
    """An environment variable that cannot be used; the message names it and says what it may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``zone`` is the clock of articles that name none; ``time_limit`` the seconds one article may take; ``log``
    is the form of log lines, one of `FORMS`. ``feeds_allow`` are networks that are not public and from which feeds may
    be fetched all the same. ``feeds_call`` is the process that a worker tells, by SIGUSR1, that a feed is due;
    what polls them ends after ``feeds_linger`` seconds in which none was. 0: nobody is told, and it never ends."""

    redis_url: str = REDIS_URL
    database_url: str = DATABASE_URL
    zone: ZoneInfo = ZONE
    time_limit: int = 60
    log: str = "text"
    feeds_allow: tuple[Network, ...] = ()
    feeds_call: int = 0
    feeds_linger: int = 0


def settings(environ: Mapping[str, str]) -> Settings:
    """Settings from ``environ``; an unset or empty variable leaves the default. Raises InvalidSetting."""
    return Settings(
        redis_url=environ.get("REDIS_URL") or REDIS_URL,
        database_url=environ.get("DATABASE_URL") or DATABASE_URL,
        zone=_zone(environ.get("DATELINE_ZONE") or ZONE.key),
        time_limit=whole_number(environ, "DATELINE_TIME_LIMIT", default=60),
        log=one_of(environ, "DATELINE_LOG", FORMS),
        feeds_allow=tuple(map(_network, environ.get("DATELINE_FEEDS_ALLOW", "").replace(",", " ").split())),
        feeds_call=whole_number(environ, "DATELINE_FEEDS_CALL", default=0, least=0),
        feeds_linger=whole_number(environ, "DATELINE_FEEDS_LINGER", default=0, least=0),
    )


def whole_number(environ: Mapping[str, str], name: str, *, default: int, least: int = 1) -> int:
    """The variable's value, not below ``least``. Raises InvalidSetting."""
    given = environ.get(name) or str(default)
    if not given.isdecimal() or int(given) < least:
        raise InvalidSetting(f"{name} is {given!r}; it must be a whole number of at least {least}.")
    return int(given)


def one_of(environ: Mapping[str, str], name: str, choices: Sequence[str]) -> str:
    """The variable's value, the first choice where there is none. Raises InvalidSetting."""
    given = environ.get(name) or choices[0]
    if given not in choices:
        raise InvalidSetting(f"{name} is {given!r}; it must be {' or '.join(choices)}.")
    return given


def _network(given: str) -> Network:
    try:
        return ip_network(given)
    except ValueError as fault:
        raise InvalidSetting(
            f"DATELINE_FEEDS_ALLOW: {fault}; it must be networks with commas between them, such as 10.1.0.0/16,::1."
        ) from None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidSetting(
            f"DATELINE_ZONE is {name!r}; it must be a name of the IANA time zone list, such as Europe/London."
        ) from None
