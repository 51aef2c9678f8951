"""Connections to addresses that were looked at, and that end in time whatever the other side does."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Timer

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from worker.feeds.addresses import resolved
from worker.settings import Network

CONNECT_SECONDS = 5.0


@dataclass
class Deadline:
    """Cuts every socket that was opened within it when its ``seconds`` are over: a drip-feed never times out."""

    seconds: float
    passed: bool = False
    _sockets: list[socket.socket] = field(default_factory=list)

    def __enter__(self) -> Deadline:
        self._end = time.monotonic() + self.seconds
        self._timer = Timer(self.seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    @property
    def left(self) -> float:
        return max(self._end - time.monotonic(), 0.1)

    def watch(self, opened: socket.socket) -> socket.socket:
        self._sockets.append(opened)
        return opened

    def _cut(self) -> None:
        self.passed = True
        for opened in self._sockets:
            try:
                opened.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


def pool(scheme: str, host: str, port: int, allowed: Sequence[Network], deadline: Deadline) -> HTTPConnectionPool:
    """For requests to this host, whose name is in the requests and in its certificate."""

    def dial() -> socket.socket:
        return deadline.watch(_dialled(host, port, allowed, deadline))

    kind = HTTPSConnectionPool if scheme == "https" else HTTPConnectionPool
    made = kind(host, port, maxsize=1, retries=False)
    made.ConnectionCls = _dialling(HTTPSConnection if scheme == "https" else HTTPConnection, dial)
    return made


def _dialling(kind: type[HTTPConnection], dial: Callable[[], socket.socket]) -> type[HTTPConnection]:
    class Dialling(kind):  # type: ignore[misc, valid-type]
        def _new_conn(self) -> socket.socket:
            return dial()

    return Dialling


def _dialled(host: str, port: int, allowed: Sequence[Network], deadline: Deadline) -> socket.socket:
    """To the first of its addresses that answers. Raises Forbidden and OSError."""
    fault: OSError = OSError("it has no address")
    for address in resolved(host, port, allowed):
        try:
            return socket.create_connection((str(address), port), timeout=min(CONNECT_SECONDS, deadline.left))
        except OSError as caught:
            fault = caught
    raise fault
