"""One client's stream: what it missed, then what happens."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from api.live.hearing import Ear
from api.live.messages import BEAT, change, message, opening
from timeline.store import Store, Unavailable

log = logging.getLogger(__name__)

_LOOK = 2.0
"""Seconds after which the store is looked at, heard or not: what was said while nobody could hear it is not lost."""
_BEAT = 10.0


@dataclass(frozen=True, slots=True)
class Topic:
    """``since``: the moment up to which the client knows the topic, as `timeline.store.Edition.changed`."""

    store: Store
    slug: str
    since: int


def stream(topic: Topic, ear: Ear, seconds: float) -> Iterator[bytes]:
    """Ends after so many seconds, for the client to come back and show its right anew, or when the topic is gone."""
    yield opening(topic.since)
    now = time.monotonic()
    end, beat, since = now + seconds, now + _BEAT, topic.since
    while True:
        heard = ear.heard
        for moment, told in _news(topic, since):
            yield told
            since, beat = moment, time.monotonic() + _BEAT
        if since < 0 or time.monotonic() >= end:
            return
        ear.wait(heard, min(_LOOK, end - time.monotonic()))
        if time.monotonic() >= beat:
            yield BEAT
            beat = time.monotonic() + _BEAT


def _news(topic: Topic, since: int) -> Iterator[tuple[int, bytes]]:
    """What changed since then, each with the moment up to which it tells; below 0, nothing follows."""
    more = True
    while more:
        try:
            edition = topic.store.editions.topic(topic.slug)
            if edition is None:
                yield -1, message("gone", {})
                return
            if edition.changed < since:  # the store was restored, or the client made it up
                since = edition.changed
                yield since, message("reset", {}, since)
            if edition.changed == since:
                return
            news = topic.store.editions.news(topic.slug, since)
        except Unavailable as fault:
            log.warning("A stream waits for the store: %s", fault)
            return
        more = news is None or news.more
        if news is not None:
            since = news.upto
            yield since, change(news)


class Streamed:
    """A stream that gives back its place when it ends, however it does."""

    def __init__(self, parts: Iterator[bytes], release: Callable[[], None]) -> None:
        self._parts, self._release = parts, release
        self._open = True

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            return next(self._parts)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if self._open:
            self._open = False
            self._release()
