"""How long things took, counted by all processes together in one Redis hash.

Not in files of each process, as Prometheus' own library does: pool processes come and go by the thousand, and
machines share no folder. Each process adds up what it saw and hands it over once a second: one command, and a killed
process takes a second's counts along. While Redis is away they are kept.
"""

from __future__ import annotations

import json
import os
import threading
from bisect import bisect_left
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

KEY = "dateline:durations"
BOUNDS = {
    "request": (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0),
    "ingest": (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0, 7200.0),
}
"""Upper ends of the buckets of each histogram, inclusive, in seconds; a last one takes the rest."""
_SUM = "sum"
_PAUSE = 1.0
_Place = tuple[str | int, ...]
"""A histogram's name, its labels, and which bucket."""


@dataclass(slots=True)
class Histogram:
    """``counts`` are of each bucket alone, the last one without end; ``total`` is the sum in seconds."""

    counts: list[int]
    total: float = 0.0


Histograms = dict[str, dict[tuple[str, ...], Histogram]]


@dataclass
class Meters:
    """Those of this process, handed over to the Redis at ``url``."""

    url: str
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _seen: Counter[_Place] = field(default_factory=Counter)
    _took: defaultdict[_Place, float] = field(default_factory=lambda: defaultdict(float))
    _thread: threading.Thread | None = None

    def __post_init__(self) -> None:
        os.register_at_fork(after_in_child=self._begin_anew)

    def observe(self, name: str, seconds: float, *labels: str) -> None:
        bucket = bisect_left(BOUNDS[name], seconds)
        with self._lock:
            self._seen[name, *labels, bucket] += 1
            self._took[name, *labels, _SUM] += max(seconds, 0.0)
            if self._thread is None:
                self._thread = threading.Thread(target=self._hand_over_for_ever, daemon=True)
                self._thread.start()

    def hand_over(self) -> None:
        """What was seen since the last time; kept for the next one where Redis does not take it."""
        with self._lock:
            seen, took = self._seen, self._took
            self._seen, self._took = Counter(), defaultdict(float)
        if not seen:
            return
        try:
            with self._client.pipeline(transaction=True) as commands:
                for place, count in seen.items():
                    commands.hincrby(KEY, json.dumps(place), count)
                for place, seconds in took.items():
                    commands.hincrbyfloat(KEY, json.dumps(place), seconds)
                commands.execute()
        except (RedisError, OSError):
            with self._lock:
                self._seen.update(seen)
                for place, seconds in took.items():
                    self._took[place] += seconds

    def all(self) -> Histograms:
        """Those of all processes. Raises RedisError."""
        self.hand_over()
        found: Histograms = {name: {} for name in BOUNDS}
        rows: dict[bytes, bytes] = self._client.hgetall(KEY)  # type: ignore[assignment]
        for key, value in rows.items():
            name, *labels, place = json.loads(key)
            if name not in BOUNDS:
                continue
            histogram = found[name].setdefault(tuple(labels), Histogram([0] * (len(BOUNDS[name]) + 1)))
            if place == _SUM:
                histogram.total = float(value)
            elif place < len(histogram.counts):
                histogram.counts[place] = int(value)
        return found

    @cached_property
    def _client(self) -> Redis:
        no_retry = Retry(NoBackoff(), 0)
        return Redis.from_url(self.url, socket_timeout=2, socket_connect_timeout=1, retry=no_retry)

    def _hand_over_for_ever(self) -> None:
        pause = threading.Event()
        while not pause.wait(_PAUSE):
            self.hand_over()

    def _begin_anew(self) -> None:
        """In a forked process, which has the counts of the one before it, and neither its thread nor its connection."""
        self._lock, self._thread = threading.Lock(), None
        self._seen, self._took = Counter(), defaultdict(float)
        with suppress(KeyError):
            del self.__dict__["_client"]
