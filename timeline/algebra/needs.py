"""Which of its anchors a meaning asks for, so that nothing else has to be found out, or kept, for it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import lru_cache

from timeline.algebra.distance import Quarter, QuarterOf, YearsAway
from timeline.algebra.operators import Bare, Scene, Story

TENSE, STORY, SCENE, PERIOD = 1, 2, 4, 8
_OWN = {Bare: TENSE, Story: STORY, Scene: SCENE, Quarter: PERIOD, QuarterOf: PERIOD, YearsAway: PERIOD}


def needs(meaning: object) -> int:
    """As the sum of ``TENSE``, ``STORY``, ``SCENE`` and ``PERIOD``."""
    asked, inner = _kind(type(meaning))
    for name in inner:
        asked |= needs(getattr(meaning, name))
    return asked


@lru_cache(maxsize=256)
def _kind(kind: type) -> tuple[int, tuple[str, ...]]:
    """What this kind of meaning asks for itself, and its parts that are expressions themselves."""
    parts = fields(kind) if is_dataclass(kind) else ()
    return _OWN.get(kind, 0), tuple(part.name for part in parts if "Expression" in str(part.type))
