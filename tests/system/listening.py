"""A client of a stream of server-sent events, as a browser is one."""

from __future__ import annotations

import json
import socket
import time
from typing import NamedTuple

from processes import HANGING
from programs import Json, Server


class Told(NamedTuple):
    name: str
    id: str
    data: Json


class Listener:
    """``last`` is the id of the last event, with which a browser comes back."""

    def __init__(self, server: Server, slug: str, last: str | None = None, since: str | None = None) -> None:
        self.last, self._rest = last or "", b""
        header = f"Last-Event-ID: {last}\r\n" if last else ""
        query = f"?since={since}" if since else ""
        path = f"/api/v1/timelines/{slug}/stream{query}"
        self._socket = socket.create_connection(("127.0.0.1", server.port), timeout=HANGING)
        self._socket.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n{header}\r\n".encode())
        self.head = self._until(b"\r\n\r\n").decode()
        self.status = int(self.head.split()[1])
        self._body = b""

    def next(self, seconds: float = 30) -> Told:
        """The next event that a browser would dispatch; comments and such without data count for their id alone."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            fields = dict(line.split(": ", 1) for line in self._block().splitlines() if line and line[0] != ":")
            self.last = fields.get("id", self.last)
            if "data" in fields:
                return Told(fields.get("event", "message"), self.last, json.loads(fields["data"]))
        raise AssertionError(f"nothing told within {seconds} s")

    def close(self) -> None:
        self._socket.close()

    def _block(self) -> str:
        while b"\n\n" not in self._body:
            size = int(self._until(b"\r\n"), 16)  # chunked
            assert size, "the stream has ended"
            self._body += self._exactly(size + 2)[:-2]
        block, _, self._body = self._body.partition(b"\n\n")
        return block.decode()

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._rest:
            self._receive()
        found, _, self._rest = self._rest.partition(mark)
        return found

    def _exactly(self, size: int) -> bytes:
        while len(self._rest) < size:
            self._receive()
        found, self._rest = self._rest[:size], self._rest[size:]
        return found

    def _receive(self) -> None:
        data = self._socket.recv(65536)
        assert data, "the connection was closed"
        self._rest += data
