"""What was made of pages whose elements stand, but for a few, where they stood the last time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import reduce
from itertools import compress
from operator import eq, is_, is_not, ne, or_
from typing import Generic, NamedTuple, TypeVar

from timeline.remembering.latest import Latest

T = TypeVar("T")
R = TypeVar("R")
Column = Sequence[object]
Compared = Callable[[object, object], bool]
_KEPT, _LONGEST = 16, 128
"""Pages, and elements of one that is kept: together about as many as are remembered one by one."""


class _Run(NamedTuple, Generic[R]):
    columns: Sequence[Column]
    made: Sequence[R]


class Runs(Generic[R]):
    """A function of the rows of columns of the same length, remembered for the pages that came last.

    Elements are told by being themselves, those of ``plain`` columns, such as arrays, by what they are equal to.
    Comparing whole columns costs less than to look up each element. Safe to share between threads.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self._same: Compared = eq if plain else is_
        self._differ: Compared = ne if plain else is_not
        self._kept = Latest[Hashable, _Run[R]](_KEPT)

    def each(
        self, mark: Hashable, columns: Sequence[Column], made: Callable[[Sequence[int]], Iterable[R]]
    ) -> Sequence[R]:
        """``made`` gets the numbers of the rows that it is to make; pages are only compared with one of the same mark,
        and what else it goes by has to be in that."""
        count = len(columns[0])
        before = self._kept.get(mark)
        if before is None or len(before.made) != count:
            found = list(made(range(count)))
        else:
            found = list(before.made)
            changed = self._changed(columns, before.columns)
            for at, one in zip(changed, made(changed) if changed else (), strict=True):
                found[at] = one
        if count <= _LONGEST:
            self._kept.keep(mark, _Run(columns, found))
        return found

    def _changed(self, columns: Sequence[Column], before: Sequence[Column]) -> list[int]:
        pairs = zip(columns, before, strict=True)
        differing = [map(self._differ, one, other) for one, other in pairs if not self._same(one, other)]
        if not differing:
            return []
        return list(compress(range(len(columns[0])), reduce(lambda one, other: map(or_, one, other), differing)))


class Whole(Generic[T, R]):
    """A function of a column as a whole, remembered for the pages that came last. Elements are told by what they are
    equal to. Safe to share between threads."""

    def __init__(self, made: Callable[[Sequence[T]], R]) -> None:
        self._made = made
        self._kept = Latest[Hashable, tuple[Sequence[T], R]](_KEPT)

    def __call__(self, mark: Hashable, column: Sequence[T]) -> R:
        """Pages are only compared with one of the same mark."""
        before = self._kept.get(mark)
        if before is not None and before[0] == column:
            return before[1]
        found = self._made(column)
        if len(column) <= _LONGEST:
            self._kept.keep(mark, (column, found))
        return found


def middle(ones: Sequence[object]) -> int:
    """A mark of a page of objects that are told by being themselves: few changes touch the one in its middle."""
    return id(ones[len(ones) // 2]) if ones else 0
