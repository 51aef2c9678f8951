"""What was made of an immutable object, kept for the next time that the very same one is given."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Sequence
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
        found = self._found((id(one), args))
        return self._anew(one, *args, **kwargs) if found is None else found[1]

    def each(self, ones: Sequence[T], *others: Iterable[Hashable], **named: object) -> list[R]:
        """Of each of them, with the arguments that stand in its place in the others."""
        given = list(zip(*others, strict=False)) if others else [()] * len(ones)
        known = list(map(self._found, zip(map(id, ones), given, strict=False)))
        if None not in known:
            return [found[1] for found in known if found]
        placed = zip(known, ones, given, strict=False)
        return [
            found[1] if found else self._anew(one, *args, **named)  # type: ignore[arg-type]
            for found, one, args in placed
        ]

    def _anew(self, one: T, *args: P.args, **kwargs: P.kwargs) -> R:
        made = self._made(one, *args, **kwargs)
        self._latest.keep((id(one), args), (one, made))
        return made
