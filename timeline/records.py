"""Dataclasses that an article needs by the dozen.

mypy sees ``dataclass`` itself, and holds records to be frozen. They are not at run time: a field of one that is frozen
there takes six times as long to set, which was a twentieth of what reading an article costs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    R = TypeVar("R")

    def record(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type[R]], type[R]]:
        return dataclass(unsafe_hash=frozen, slots=slots, kw_only=kw_only)


__all__ = ["record"]
