"""Which of its anchors a meaning asks for, so that nothing else has to be found out, or kept, for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import NamedTuple

from timeline.algebra.distance import Quarter, QuarterOf, YearsAway
from timeline.algebra.operators import Bare, Scene, Story


class Needs(NamedTuple):
    tense: bool
    story: bool
    scene: bool
    period: bool


@lru_cache(maxsize=4096)
def needs(meaning: object) -> Needs:
    parts = list(_parts(meaning))
    asked = (Bare, Story, Scene, Quarter | QuarterOf | YearsAway)
    return Needs(*(any(isinstance(part, kind) for part in parts) for kind in asked))


def _parts(meaning: object) -> Iterator[object]:
    """The meaning and everything inside it."""
    yield meaning
    if is_dataclass(meaning):
        for field in fields(meaning):
            yield from _parts(getattr(meaning, field.name))
