"""What a process hears from those that write, for all its streams."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from worker.heralding import CHANNEL

log = logging.getLogger(__name__)

_AGAIN = 1.0
"""Seconds until a broker that went away is tried again."""
_QUIET = 0.02
"""Seconds that must lie between two times that the streams are woken."""


@dataclass
class Ear:
    """Listens to the Redis at ``url`` from the first stream on. While that cannot be heard, nothing is: who waits looks
    for himself now and then."""

    url: str
    _heard: int = 0
    _condition: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None

    @property
    def heard(self) -> int:
        """How often something was heard."""
        with self._condition:
            if self._thread is None:
                self._thread = threading.Thread(target=self._listen_for_ever, daemon=True)
                self._thread.start()
            return self._heard

    def wait(self, heard: int, seconds: float) -> None:
        """Returns once more than that was heard, or after so many seconds."""
        with self._condition:
            self._condition.wait_for(lambda: self._heard != heard, seconds)

    def _listen_for_ever(self) -> None:
        while True:
            try:
                self._listen()
            except (RedisError, OSError) as fault:
                log.warning("Changes cannot be heard of, only looked for: %s", fault)
                time.sleep(_AGAIN)

    def _listen(self) -> None:
        client = Redis.from_url(
            self.url, socket_timeout=5, socket_connect_timeout=2, health_check_interval=5, retry=Retry(NoBackoff(), 0)
        )
        with client, client.pubsub() as channel:  # type: ignore[no-untyped-call]
            channel.subscribe(CHANNEL)
            while True:
                if channel.get_message(timeout=2) is not None:  # the first one: it listens, and may have missed some
                    self._tell()
                    time.sleep(_QUIET)

    def _tell(self) -> None:
        with self._condition:
            self._heard += 1
            self._condition.notify_all()
