"""Answers of this process, the ones asked for last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, Protocol, TypeVar

MOST = 32 * 2**20
"""Bytes of bodies that a process keeps."""
LARGEST = 2 * 2**20


class Kept(NamedTuple):
    """An answer of the status 200; compressed as its headers say."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


class Bodied(Protocol):
    @property
    def body(self) -> bytes: ...


A = TypeVar("A", bound=Bodied)


@dataclass
class Memory(Generic[A]):
    """Bounded by ``most`` bytes, a body's and ``each`` besides; what was not asked for the longest goes first.

    Safe to share between threads.
    """

    most: int = MOST
    each: int = 0
    _kept: OrderedDict[Hashable, A] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, key: Hashable) -> A | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
        return found

    def keep(self, key: Hashable, answer: A) -> None:
        if len(answer.body) > min(LARGEST, self.most):
            return
        with self._lock:
            before = self._kept.pop(key, None)
            self._kept[key] = answer
            self._size += self._weight(answer) - (self._weight(before) if before else 0)
            while self._size > self.most:
                _, gone = self._kept.popitem(last=False)
                self._size -= self._weight(gone)

    def _weight(self, answer: A) -> int:
        return len(answer.body) + self.each
