"""What was made of an immutable object, kept for the next time that the very same one is given."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Concatenate, Generic, ParamSpec, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


class Latest(Generic[K, T]):
    """The things that were kept last, ``most`` of them. Safe to share between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[K, T] = {}
        self._lock = threading.Lock()
        self.get: Callable[[K], T | None] = self._kept.get

    def keep(self, key: K, one: T) -> None:
        with self._lock:
            if len(self._kept) >= self._most and key not in self._kept:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = one


class Remembering(Generic[T, P, R]):
    """A function of an object and of hashable arguments, remembered for ``most`` of them, the latest made.

    An object is told by being itself, which costs nothing however much it holds: while a result is kept, so is the
    object, and nothing else can be taken for it. Arguments given by name have no say in the result. Safe to share
    between threads.
    """

    def __init__(self, made: Callable[Concatenate[T, P], R], most: int) -> None:
        self._made = made
        self._latest = Latest[Hashable, tuple[T, R]](most)
        self._found = self._latest.get

    def __call__(self, one: T, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (id(one), args)
        found = self._found(key)
        if found is not None:
            return found[1]
        made = self._made(one, *args, **kwargs)
        self._latest.keep(key, (one, made))
        return made
