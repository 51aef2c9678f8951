"""Bare names that lean one way: a story's "March" as the one before the date it has come to, and as the one after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.algebra.meaning import Meaning, Modified, Unplaced
from timeline.algebra.operators import Bare, Expression, Story
from timeline.algebra.parts import Within
from timeline.mentions.narrative import told

_BEFORE, _AFTER = 1.0, -1.0


def readings(meaning: Meaning, closes: bool) -> Iterator[Meaning]:
    """The meaning as a story tells it; a bare name both ways, but one that closes a range comes after what opens it."""
    meaning = told(meaning)
    if closes:
        yield _leaning(meaning, _AFTER)
    elif bare(meaning):
        yield _leaning(meaning, _BEFORE)
        yield _leaning(meaning, _AFTER)
    else:
        yield meaning


def bare(meaning: Meaning) -> bool:
    if isinstance(meaning, Modified):
        return bare(meaning.expression)
    if isinstance(meaning, Within):
        return bare(meaning.whole)
    return isinstance(meaning, Bare) and isinstance(meaning.base, Story)


def _leaning(meaning: Meaning, lean: float) -> Meaning:
    if isinstance(meaning, Modified):
        return replace(meaning, expression=_leant(meaning.expression, lean))
    return meaning if isinstance(meaning, Unplaced) else _leant(meaning, lean)


def _leant(expression: Expression, lean: float) -> Expression:
    if isinstance(expression, Bare) and isinstance(expression.base, Story):
        return replace(expression, lean=lean, pull=0.0)
    return replace(expression, whole=_leant(expression.whole, lean)) if isinstance(expression, Within) else expression
