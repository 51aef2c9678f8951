"""What was made of an immutable object, kept for the next time that the very same one is given."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Concatenate, Generic, ParamSpec, TypeVar

from timeline.remembering.latest import Latest
from timeline.remembering.runs import Runs, middle

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


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
        self._runs = Runs[R]()

    def __call__(self, one: T, *args: P.args, **kwargs: P.kwargs) -> R:
        found = self._found((id(one), args))
        return self._anew(one, *args, **kwargs) if found is None else found[1]

    def each(
        self, ones: Sequence[T], *others: Sequence[Hashable], alike: tuple[Hashable, ...] = (), **named: object
    ) -> Sequence[R]:
        """Of each of them, with the arguments that stand in its place in the others, and those ``alike`` for all."""

        def made(places: Sequence[int]) -> list[R]:
            few = [ones[at] for at in places]
            given = [(*[other[at] for other in others], *alike) for at in places]
            known = map(self._found, zip(map(id, few), given, strict=True))
            return [
                found[1] if found else self._anew(one, *args, **named)  # type: ignore[arg-type]
                for found, one, args in zip(known, few, given, strict=True)
            ]

        return self._runs.each((middle(ones), alike), (ones, *others), made)

    def _anew(self, one: T, *args: P.args, **kwargs: P.kwargs) -> R:
        made = self._made(one, *args, **kwargs)
        self._latest.keep((id(one), args), (one, made))
        return made
