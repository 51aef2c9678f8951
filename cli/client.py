"""Dateline's HTTP interface, from a command's side."""

from __future__ import annotations

import http.client
import json
import os
import time
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

import click

from cli.answers import Answer
from cli.failures import Unreachable

_TRIES = 4
_LONGEST_WAIT = 10.0
_PATIENCE = 600.0
"""Seconds of waiting for a server that has too much to do, before somebody is told."""
_GONE = (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError)


class Server:
    """One connection, kept open from request to request."""

    def __init__(self, url: str, token: str | None = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or not _numbered(parts):
            raise click.BadParameter(f"{url!r} is no http:// or https:// address.", param_hint="--server")
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self.url = url.rstrip("/")
        self._prefix = parts.path.rstrip("/")
        self._connection = kind(parts.hostname, parts.port, timeout=60)
        self._headers = {"Accept": "application/json"} | _authorization(token)

    def get(self, path: str) -> Answer:
        """``path`` begins with a slash, or is an address that the server itself gave."""
        parts = urlsplit(path)
        path = parts.path.removeprefix(self._prefix) + (f"?{parts.query}" if parts.query else "")
        return self._patiently("GET", path, None, {})

    def post(self, path: str, body: bytes, content_type: str) -> Answer:
        """Safe to repeat: the same article again is the same article."""
        return self._patiently("POST", path, body, {"Content-Type": content_type})

    def put(self, path: str, body: bytes, content_type: str) -> Answer:
        return self._patiently("PUT", path, body, {"Content-Type": content_type})

    def patch(self, path: str, body: bytes, content_type: str) -> Answer:
        """What it changes is changed once, however often it is asked for."""
        return self._patiently("PATCH", path, body, {"Content-Type": content_type})

    def delete(self, path: str) -> Answer:
        return self._patiently("DELETE", path, None, {})

    def _patiently(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Asks again while the answer is 503 or 429, as late as its Retry-After says. Raises Unreachable."""
        left, deadline = _TRIES, time.monotonic() + _PATIENCE
        while left and time.monotonic() < deadline:
            answer = self._ask(method, path, body, headers)
            if answer.status not in (429, 503):
                return answer
            left -= not answer.busy
            if left:
                time.sleep(_pause(answer.retry_after))
        raise Unreachable(
            f"Dateline at {self.url} cannot work just now: {answer.complaint} "
            f"Look at {self.url}/readyz, and at the logs of the one who runs it; then try again."
        )

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        try:
            return self._exchange(method, path, body, headers)
        except _GONE:
            self._connection.close()
        except (OSError, http.client.HTTPException) as error:
            raise self._unreachable(error) from error
        try:
            return self._exchange(method, path, body, headers)
        except (OSError, http.client.HTTPException) as error:
            raise self._unreachable(error) from error

    def _exchange(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        try:
            self._connection.request(method, self._prefix + path, body, {**self._headers, **headers})
        except (BrokenPipeError, ConnectionResetError):
            if body is None:
                raise
        response = self._connection.getresponse()
        content = response.read()
        decoded = None
        with suppress(ValueError):
            decoded = json.loads(content)
        more = 'rel="next"' in response.headers.get("Link", "")
        return Answer(response.status, decoded, response.headers.get("Retry-After"), content, more)

    def _unreachable(self, error: Exception) -> Unreachable:
        self._connection.close()
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        return Unreachable(
            f"No Dateline answers at {self.url} ({reason}). Start one with `dateline up`, "
            "or say where yours is with --server or DATELINE_SERVER."
        )


def server(url: str | None, token: str | None = None) -> Server:
    where = url or os.environ.get("DATELINE_SERVER") or "http://127.0.0.1:8000"
    return Server(where, token or os.environ.get("DATELINE_TOKEN"))


def _authorization(token: str | None) -> dict[str, str]:
    if not token:
        return {}
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise click.BadParameter("this is no token: it has other characters than one.", param_hint="--token")
    return {"Authorization": f"Bearer {token}"}


def _numbered(parts: SplitResult) -> bool:
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def _pause(retry_after: str | None) -> float:
    try:
        return min(max(float(retry_after or 1), 0.1), _LONGEST_WAIT)
    except ValueError:
        return 1.0
