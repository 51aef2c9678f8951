"""What the word before a time, or the time that it ends a range with, makes of a bare name or a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.algebra.hours import Clock
from timeline.algebra.meaning import Meaning, Modified, Unplaced
from timeline.algebra.operators import STORY, Bare, Expression
from timeline.algebra.parts import Closing, Within


def after(meaning: Meaning) -> Meaning:
    """The meaning as the end of a range whose beginning is the date told last: bare names and clocks come after it."""
    if isinstance(meaning, Within) and isinstance(meaning.kind, Clock):
        return Closing(meaning.kind, meaning.whole)
    return _named(meaning, lambda bare: replace(bare, base=STORY, lean=0.0, pull=0.0))


def before(meaning: Meaning) -> Meaning:
    """The meaning behind "since": a bare name has begun, whatever the tense."""
    return _named(meaning, lambda bare: replace(bare, lean=1.0, pull=0.0))


def _named(meaning: Meaning, made: Callable[[Bare], Bare]) -> Meaning:
    """The meaning with its bare name made another."""
    if isinstance(meaning, Modified):
        return replace(meaning, expression=_directed(meaning.expression, made))
    return meaning if isinstance(meaning, Unplaced) else _directed(meaning, made)


def _directed(expression: Expression, made: Callable[[Bare], Bare]) -> Expression:
    if isinstance(expression, Bare):
        return made(expression)
    if isinstance(expression, Within):
        return replace(expression, whole=_directed(expression.whole, made))
    return expression
