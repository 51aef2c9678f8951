"""Signals as something a loop can wait for."""

from __future__ import annotations

import select
import signal
import socket
import time
from types import FrameType
from typing import Self

CALL = signal.SIGUSR1
"""Sent by a child that another one is needed."""
_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_SAME = 1.0
"""Seconds in which several signals are one request: `make` passes on what the terminal sent already."""


class Signals:
    """While entered, counts the requests to stop and notes a call; ``wait`` also returns when a child ended."""

    def __init__(self) -> None:
        self.stops = 0
        self._called = False
        self._last = float("-inf")

    def __enter__(self) -> Self:
        self._inbox, self._outbox = socket.socketpair()
        self._inbox.setblocking(False)
        self._outbox.setblocking(False)
        self._wakeup = signal.set_wakeup_fd(self._outbox.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._note) for number in (*_STOPS, CALL, signal.SIGCHLD)}
        if self._before[signal.SIGHUP] is signal.SIG_IGN:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._inbox.close()
        self._outbox.close()

    def wait(self, seconds: float) -> None:
        """Returns at the next signal, at the latest after ``seconds``."""
        ready, _, _ = select.select([self._inbox], [], [], max(seconds, 0))
        if ready:
            self._inbox.recv(4096)

    @property
    def impatient(self) -> bool:
        """Whoever asked to stop has asked again."""
        return self.stops > 1

    def called(self) -> bool:
        """Whether there was a call since this was asked."""
        called, self._called = self._called, False
        return called

    def _note(self, number: int, _: FrameType | None) -> None:
        if number == CALL:
            self._called = True
        now = time.monotonic()
        if number in _STOPS and now - self._last > _SAME:
            self.stops, self._last = self.stops + 1, now
