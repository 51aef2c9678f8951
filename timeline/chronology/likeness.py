"""Whether two reports tell of one happening: symmetric, and decided by the two alone."""

from __future__ import annotations

from timeline.chronology.nearness import apart, near
from timeline.chronology.spots import FURTHEST_MOVE, SHARED, Level, level, meeting, reach
from timeline.chronology.trace import Trace, weight

ALIKE, WIDER, APART, MOVED, AGAIN = 0.5, 0.6, 0.7, 0.6, 0.8
NEVER = 2.0
_OTHER_NAMES = 0.6
LEAST_STRANGE = 0.99 * ALIKE / _OTHER_NAMES
"""Of those who each have a name that the other lacks; a hundredth for what is lost when fractions are multiplied."""


def likeness(one: Trace, other: Trace) -> float:
    """0 for two happenings, else how sure it is that they are one, up to 1."""
    if not (one.planned and other.planned) and apart(one, other):
        return 0.0
    score = _common(one, other)
    if score < ALIKE or len(set(one.keys).intersection(other.keys)) < SHARED:
        return 0.0
    if moved(one, other):
        return _at_least(MOVED, score)
    return _at_least(_needed(one, other), score) if near(one, other) else 0.0


def moved(one: Trace, other: Trace) -> bool:
    """Whether one may tell the new date of what the other planned."""
    if not (one.placed and other.placed and one.planned and other.planned) or meeting(one.reach, other.reach):
        return False
    both = (one.article, one.sentence) == (other.article, other.sentence) or one.published == other.published
    late = max(one, other, key=lambda trace: trace.published)
    moves = one.moves or other.moves if both else late.moves
    return moves and abs(reach(one)[0] - reach(other)[0]) <= FURTHEST_MOVE


def _needed(one: Trace, other: Trace) -> float:
    """An article seldom tells a thing twice; a sentence that is printed anew on another day tells of another."""
    if one.article == other.article:
        again = meeting(one.reach, other.reach) and one.sentence != other.sentence
        return AGAIN if again else NEVER
    if not meeting(one.reach, other.reach) and one.sentence == other.sentence:
        return NEVER
    if not meeting(one.reach, other.reach):
        if one.firm and other.firm:
            fine = level(one) is Level.DAYS and level(other) is Level.DAYS
            apart = fine and one.publisher != other.publisher and not _counted_apart(one, other)
            return APART if apart else NEVER
        return ALIKE
    if level(one) is level(other) is Level.DAYS:
        return ALIKE
    return WIDER


def _counted_apart(one: Trace, other: Trace) -> bool:
    """Whether each has a figure that the other lacks: with other dates as well, pier 3 is not pier 4."""
    return all(
        any(word[0].isdigit() for word in mine.head - theirs.words) for mine, theirs in ((one, other), (other, one))
    )


def _at_least(needed: float, score: float) -> float:
    return score if score >= needed else 0.0


def _common(one: Trace, other: Trace) -> float:
    """The share of what each one's line says that the other says too; 0 where it is less than any need, as in most."""
    strange = not (one.names <= other.words or other.names <= one.words)
    mine, theirs = one.head & other.words, other.head & one.words
    whole = one.weight + other.weight
    if len(mine) + len(theirs) < (LEAST_STRANGE if strange else ALIKE) * whole or not whole:
        return 0.0
    score = (weight(mine) + weight(theirs)) / whole
    return score * _OTHER_NAMES if strange else score
