"""Answers given again before the application is asked: to the same request, for as long as the edition is the same.

Nothing is decided here. A request that the application has answered is told from others by everything that an answer
depends on, and is answered as it was before, but for what belongs to each request: what of it the client has, its id,
its line in the log, its place in the histogram. Where the application has left how to make a document, that is made
anew when the edition moved on. Kept is what was open to everybody and counted against nobody.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING

from flask import Flask

from api import observing
from api.access.here import PASSED_ON, loopback
from api.keeping.answer import Answer, answer
from api.keeping.memory import Memory
from api.parts import EXTENSION, Parts
from timeline.store import Unavailable

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TOLD, AGAIN = "dateline.told", "dateline.again"
"""Where in its environment the application leaves the `Right` of an answer that it would give again, and what makes
its document anew."""
LONGEST = 2000
"""Characters of what tells requests apart; longer ones are answered anew each time."""
_ENTRY = 8192
"""Bytes that an answer is counted with besides its body."""
_ASKED = (
    "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "wsgi.url_scheme", "SERVER_NAME", "SERVER_PORT", "HTTP_HOST",
    "HTTP_ACCEPT", "HTTP_ACCEPT_ENCODING", "HTTP_ORIGIN", "HTTP_ACCESS_CONTROL_REQUEST_METHOD", "HTTP_SEC_FETCH_SITE",
)  # fmt: skip
_OWN = {"HTTP_AUTHORIZATION", *(f"HTTP_{name.upper().replace('-', '_')}" for name in PASSED_ON)}
"""Headers with which an answer is made for one client alone."""
_TAGS, _SINCE = "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"
_REQUEST = "HTTP_" + observing.HEADER.upper().replace("-", "_")

log = logging.getLogger(__name__)


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
        known = self._standing(key)
        sent = known and known.sent(environ.get(_TAGS))
        if known is None or sent is None:
            return self._anew(key, environ, start_response)
        request = observing.named(environ.get(_REQUEST, ""))
        start_response(sent.status, [*sent.headers, (observing.HEADER, request)])
        seen = observing.Answered("GET", known.right.route, int(sent.status[:3]), time.perf_counter() - began)
        observing.ended(self._meters, request, seen)
        return [sent.body] if sent.body else []

    def _standing(self, key: Hashable) -> Answer | None:
        """The answer that is right now, as far as it can be told without the application."""
        known = self._memory.find(key)
        if known is None:
            return None
        try:
            told = known.right.edition(self._editions)
            if told is None or told == known.right.told:
                return known if told else None
            moved = known.moved(told)
        except Unavailable:  # which the application tells
            return None
        except Exception as fault:
            log.debug("An answer is left to the application: %r", fault)  # which meets the same, and tells it
            return None
        if moved is not None:
            self._memory.keep(key, moved)
        return moved

    def _anew(self, key: Hashable, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def started(status: str, headers: list[tuple[str, str]], *failure: object) -> Callable[[bytes], object]:
            begun.append((status, headers))
            return start_response(status, headers, *failure)  # type: ignore[arg-type]

        parts = self._behind(environ, started)
        right, (status, headers) = environ.get(TOLD), begun[-1]
        if right is None or status[:3] not in ("200", "304"):
            return parts
        body = b"".join(parts)
        getattr(parts, "close", lambda: None)()
        known = body if status.startswith("200") else None
        self._memory.keep(key, answer(right, environ.get(AGAIN), headers, known))
        return [body]


def register(app: Flask) -> None:
    """To be called before what tells a client's address from a proxy's word."""
    parts: Parts = app.extensions[EXTENSION]
    app.wsgi_app = Front(app.wsgi_app, parts)  # type: ignore[method-assign]


def _key(environ: WSGIEnvironment) -> Hashable | None:
    """What tells a request from those that may be answered otherwise; ``None`` for one that is answered by itself."""
    if environ["REQUEST_METHOD"] != "GET" or not _OWN.isdisjoint(environ):
        return None
    tags = environ.get(_TAGS, "")
    if _SINCE in environ and not tags:
        return None
    asked = tuple(map(environ.get, _ASKED))
    if sum(map(len, filter(None, asked))) + len(tags) > LONGEST:
        return None
    return loopback(environ.get("REMOTE_ADDR", "")), asked
