"""Answers given again before the application is asked: to the same request, for as long as the edition is the same.

Nothing is decided here. A request that the application has answered is told from others by everything that an answer
depends on, and is answered as it was before, but for what belongs to each request: its id, its line in the log, its
place in the histogram. Kept is what was open to everybody and counted against nobody.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from flask import Flask

from api import observing
from api.access.here import PASSED_ON, loopback
from api.keeping.editions import Told
from api.keeping.memory import Memory
from api.parts import EXTENSION, Parts
from timeline.store import Editions, Unavailable

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TOLD = "dateline.told"
"""Where in its environment the application leaves the `Right` of an answer that it would give again."""
LONGEST = 2000
"""Characters of what tells requests apart; longer ones are answered anew each time."""
_STATUSES = ("200 OK", "304 NOT MODIFIED")
_ENTRY = 4096
"""Bytes that an answer is counted with besides its body."""
_ASKED = (
    "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "wsgi.url_scheme", "SERVER_NAME", "SERVER_PORT", "HTTP_HOST",
    "HTTP_ACCEPT", "HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_ORIGIN",
    "HTTP_ACCESS_CONTROL_REQUEST_METHOD", "HTTP_SEC_FETCH_SITE",
)  # fmt: skip
_OWN = ("HTTP_AUTHORIZATION", *(f"HTTP_{name.upper().replace('-', '_')}" for name in PASSED_ON))
"""Headers with which an answer is made for one client alone."""
_REQUEST = "HTTP_" + observing.HEADER.upper().replace("-", "_")


class Right(NamedTuple):
    """An answer is right as long as ``edition`` of what the store has finds what was ``told``."""

    edition: Callable[[Editions], Told | None]
    told: Told
    route: str


class Answer(NamedTuple):
    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    right: Right


class Front:
    """In front of an application."""

    def __init__(self, behind: WSGIApplication, parts: Parts) -> None:
        self._behind, self._meters, self._editions = behind, parts.meters, parts.store.editions
        self._memory = Memory[Answer](each=_ENTRY)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        began = time.perf_counter()
        key = _key(environ)
        if key is None:
            return self._behind(environ, start_response)
        known = self._memory.find(key)
        if known is not None and self._stands(known.right):
            return self._again(known, environ, start_response, began)
        return self._anew(key, environ, start_response)

    def _stands(self, right: Right) -> bool:
        try:
            return right.edition(self._editions) == right.told
        except Unavailable:  # which the application tells
            return False

    def _again(
        self, known: Answer, environ: WSGIEnvironment, start_response: StartResponse, began: float
    ) -> Iterable[bytes]:
        request = observing.begin(environ.get(_REQUEST, ""))
        start_response(known.status, [*known.headers, (observing.HEADER, request)])
        took = time.perf_counter() - began
        observing.end(self._meters, observing.Answered("GET", known.right.route, int(known.status[:3]), took))
        return [known.body] if known.body else []

    def _anew(self, key: Hashable, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def started(status: str, headers: list[tuple[str, str]], *failure: object) -> Callable[[bytes], object]:
            begun.append((status, headers))
            return start_response(status, headers, *failure)  # type: ignore[arg-type]

        parts = self._behind(environ, started)
        right = environ.get(TOLD)
        if right is None or begun[-1][0] not in _STATUSES:
            return parts
        body = b"".join(parts)
        getattr(parts, "close", lambda: None)()
        status, headers = begun[-1]
        kept = tuple((name, value) for name, value in headers if name not in (observing.HEADER, "Date"))
        self._memory.keep(key, Answer(status, kept, body, right))
        return [body]


def register(app: Flask) -> None:
    """To be called before what tells a client's address from a proxy's word."""
    parts: Parts = app.extensions[EXTENSION]
    app.wsgi_app = Front(app.wsgi_app, parts)  # type: ignore[method-assign]


def _key(environ: WSGIEnvironment) -> Hashable | None:
    """What tells a request from those that may be answered otherwise; ``None`` for one that is answered by itself."""
    if environ["REQUEST_METHOD"] != "GET" or any(name in environ for name in _OWN):
        return None
    asked = tuple([environ.get(name) for name in _ASKED])
    if sum([len(each) for each in asked if each]) > LONGEST:
        return None
    return loopback(environ.get("REMOTE_ADDR", "")), asked
