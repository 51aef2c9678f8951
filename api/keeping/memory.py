"""Answers of this process, the ones asked for last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import NamedTuple

MOST = 32 * 2**20
"""Bytes of bodies that a process keeps."""
LARGEST = 2 * 2**20


class Kept(NamedTuple):
    """An answer of the status 200; compressed as its headers say."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


@dataclass
class Memory:
    """Bounded by ``most`` bytes; what was not asked for the longest goes first. Safe to share between threads."""

    most: int = MOST
    _kept: OrderedDict[str, Kept] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, key: str) -> Kept | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
        return found

    def keep(self, key: str, answer: Kept) -> None:
        if len(answer.body) > min(LARGEST, self.most):
            return
        with self._lock:
            before = self._kept.pop(key, None)
            self._kept[key] = answer
            self._size += len(answer.body) - (len(before.body) if before else 0)
            while self._size > self.most:
                _, gone = self._kept.popitem(last=False)
                self._size -= len(gone.body)
