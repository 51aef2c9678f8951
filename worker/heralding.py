"""Tells whoever listens that some timeline may have changed; what changed, the store tells.

Said over Redis' publish and subscribe, which keeps nothing: a listener looks at the store now and then anyway. A
bulk import says so a few times a second, in a thread of its own, whatever it writes.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

CHANNEL = "dateline:changed"
_PAUSE = 0.05


@dataclass
class Herald:
    """That of this process, on the Redis at ``url``."""

    url: str
    _news: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _thread: threading.Thread | None = None

    def __post_init__(self) -> None:
        os.register_at_fork(after_in_child=self._begin_anew)

    def changed(self) -> None:
        """To be called after the store has it."""
        self._news.set()
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._tell_for_ever, daemon=True)
                self._thread.start()

    def _tell_for_ever(self) -> None:
        pause = threading.Event()
        while self._news.wait():
            self._news.clear()
            with suppress(RedisError, OSError):
                self._client.publish(CHANNEL, b"")
            pause.wait(_PAUSE)

    @cached_property
    def _client(self) -> Redis:
        return Redis.from_url(self.url, socket_timeout=2, socket_connect_timeout=1, retry=Retry(NoBackoff(), 0))

    def _begin_anew(self) -> None:
        """In a forked process, which has neither the thread nor the connection of the one before it."""
        self._news, self._lock, self._thread = threading.Event(), threading.Lock(), None
        with suppress(KeyError):
            del self.__dict__["_client"]
