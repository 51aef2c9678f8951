"""Dates that were written and do not exist: found whole, and said to be impossible."""

from __future__ import annotations

from timeline.algebra.impossible import fault
from timeline.algebra.operators import Anchors
from timeline.explanations import why
from timeline.model import Impossible


def impossible(meaning: object, anchors: Anchors, start: int, text: str) -> Impossible | None:
    """``None`` for a meaning that only lies outside the calendar's years."""
    found = fault(meaning, anchors)
    return None if found is None else Impossible(start=start, end=start + len(text), text=text, why=why(found))
