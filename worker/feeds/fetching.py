"""One request for a feed: conditional, and bounded in time, size and redirects."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import HTTPError

from timeline.addresses import is_web_address
from worker.feeds.addresses import Forbidden
from worker.feeds.dialling import CONNECT_SECONDS, Deadline, pool
from worker.settings import Network

MOST_BYTES = 5_000_000
MOST_REDIRECTS = 5
MOST_SECONDS = 30.0
_READ_SECONDS = 10.0
_PIECE = 65_536
_MOVED = (301, 302, 303, 307, 308)
_LONGEST_WAIT = timedelta(days=7)


class Faulty(Exception):
    """No feed came of it; the message says why. ``again`` is when its server wants to be asked again, if it said so."""

    def __init__(self, message: str, again: datetime | None = None) -> None:
        super().__init__(message)
        self.again = again


class Gone(Exception):
    """Its server says that there is no such feed any more."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """``content`` is ``None`` where nothing has changed; ``url`` where it was at last."""

    url: str
    content: bytes | None
    headers: Mapping[str, str]


def fetch(url: str, conditions: Mapping[str, str], allowed: Sequence[Network]) -> Fetched:
    """Raises Faulty and Gone."""
    with Deadline(MOST_SECONDS) as deadline:
        try:
            return _followed(url, conditions, allowed, deadline)
        except (HTTPError, OSError, ValueError) as fault:
            if deadline.passed:
                raise Faulty(f"It was not there after {MOST_SECONDS:.0f} seconds.") from fault
            raise Faulty(f"It cannot be reached: {_reason(fault)}.") from fault
        except Forbidden as fault:
            raise Faulty(str(fault)) from fault


def _followed(url: str, conditions: Mapping[str, str], allowed: Sequence[Network], deadline: Deadline) -> Fetched:
    been = [url]
    while True:
        found = _answer(been[-1], conditions, allowed, deadline)
        if isinstance(found, Fetched):
            return found
        if not is_web_address(found):
            raise Faulty(f"It redirects to {found[:200]!r}, which is no web address.")
        if found in been:
            raise Faulty("It redirects in a circle.")
        if len(been) > MOST_REDIRECTS:
            raise Faulty(f"It redirects more than {MOST_REDIRECTS} times.")
        been.append(found)


def _answer(url: str, conditions: Mapping[str, str], allowed: Sequence[Network], deadline: Deadline) -> Fetched | str:
    """What is there, or where it is instead."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    timeout = Timeout(connect=CONNECT_SECONDS, read=_READ_SECONDS)
    headers = {"User-Agent": f"Dateline/{version('dateline')}", "Accept-Encoding": "gzip", **conditions}
    with pool(parts.scheme, parts.hostname or "", port, allowed, deadline) as connections:
        response = connections.urlopen(
            "GET", target, headers=headers, timeout=timeout, redirect=False, preload_content=False, retries=False
        )
        try:
            return _told(url, response, deadline)
        finally:
            response.close()


def _told(url: str, response: BaseHTTPResponse, deadline: Deadline) -> Fetched | str:
    if response.status == 304:
        return Fetched(url, None, response.headers)
    if response.status in _MOVED and (where := response.headers.get("Location")):
        return urljoin(url, where.strip()).partition("#")[0]
    if response.status == 410:
        raise Gone
    if response.status != 200:
        raise Faulty(f"Its server answered {response.status}.", _again(response.headers.get("Retry-After")))
    return Fetched(url, _content(response, deadline), response.headers)


def _content(response: BaseHTTPResponse, deadline: Deadline) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for piece in response.stream(_PIECE, decode_content=True):
        size += len(piece)
        pieces.append(piece)
        if size > MOST_BYTES:
            raise Faulty(f"It is longer than {MOST_BYTES} bytes.")
    if deadline.passed:
        raise Faulty(f"It had not ended after {MOST_SECONDS:.0f} seconds.")
    return b"".join(pieces)


def _again(given: str | None) -> datetime | None:
    """A header Retry-After, of seconds or a date; at most a week from now."""
    now = datetime.now(UTC)
    try:
        wait = timedelta(seconds=int(given[:9])) if given and given.isdecimal() else None
        moment = now + wait if wait is not None else parsedate_to_datetime(given or "").astimezone(UTC)
    except ValueError:
        return None
    return min(max(moment, now), now + _LONGEST_WAIT)


def _reason(fault: Exception) -> str:
    """Without the addresses of objects that libraries put into their messages."""
    cause = next((one for one in fault.args if isinstance(one, Exception)), fault)
    if isinstance(cause, socket.gaierror):
        return "there is no such host"
    return getattr(cause, "strerror", None) or type(cause).__name__
