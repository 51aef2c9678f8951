"""What an expression was counted from: the day of publication, a date told before, a period, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.algebra.calendar import Stretch
from timeline.algebra.distance import Day, Moved, Quarter, QuarterOf
from timeline.algebra.inside import parts
from timeline.algebra.meaning import Reach
from timeline.algebra.operators import Anchors, Last, Next, Publication, Scene, Story
from timeline.explanations import names
from timeline.interval import Granularity as G

Simple = Publication | Story | Scene
_Quarters, _Counted = Quarter | QuarterOf, Moved | Day | Last | Next


def anchor(meaning: object, anchors: Anchors) -> Stretch | None:
    """Of several the first."""
    if isinstance(meaning, Reach):
        return anchors.publication
    if isinstance(meaning, _Quarters):
        return anchors.period or anchors.publication
    first = next(leaves(meaning), None)
    if first is None and isinstance(meaning, _Counted):
        return meaning.base.at(anchors)
    return None if first is None else _stretch(first, anchors)


def leaves(meaning: object) -> Iterator[Simple]:
    """The anchors that an expression asks for, in its order."""
    if isinstance(meaning, Simple):
        yield meaning
    else:
        for name in parts(type(meaning)):
            yield from leaves(getattr(meaning, name))


def named(simple: Simple, anchors: Anchors) -> str:
    """ "the day of publication, Friday 20 September 2024"."""
    here = _stretch(simple, anchors)
    if isinstance(simple, Publication) and simple.granularity is not G.DAY:
        return f"the {simple.granularity.word} of publication, {names.stretch(here)}"
    if here == anchors.publication:
        return f"the day of publication, {names.stretch(here)}"
    if isinstance(simple, Story) and anchors.narrative:
        return f"where the story had come to, {names.stretch(here)}"
    return f"the date told just before, {names.stretch(here)}"


def _stretch(simple: Simple, anchors: Anchors) -> Stretch:
    return simple.at(anchors)
