"""Which of its anchors a meaning asks for, so that nothing else has to be found out, or kept, for it."""

from __future__ import annotations

from timeline.algebra.distance import Quarter, QuarterOf, YearsAway
from timeline.algebra.inside import parts
from timeline.algebra.operators import Bare, Scene, Story

TENSE, STORY, SCENE, PERIOD = 1, 2, 4, 8
_OWN = {Bare: TENSE, Story: STORY, Scene: SCENE, Quarter: PERIOD, QuarterOf: PERIOD, YearsAway: PERIOD}
_known: dict[type, tuple[int, tuple[str, ...]]] = {}


def needs(meaning: object) -> int:
    """As the sum of ``TENSE``, ``STORY``, ``SCENE`` and ``PERIOD``."""
    kind = type(meaning)
    asked, inner = _known.get(kind) or _known.setdefault(kind, _asking(kind))
    for name in inner:
        asked |= needs(getattr(meaning, name))
    return asked


def _asking(kind: type) -> tuple[int, tuple[str, ...]]:
    """What this kind of meaning asks for itself, and its parts that are expressions themselves."""
    return _OWN.get(kind, 0), parts(kind)
