"""What is said of a part of something longer, once it is known how that is spoken of."""

from __future__ import annotations

from timeline.algebra.calendar import Stretch
from timeline.algebra.hours import Clock
from timeline.algebra.operators import Anchors
from timeline.algebra.parts import Closing, FirstUnits, Nth, Within
from timeline.explanations.english import ordinal
from timeline.explanations.kinds import kind, the
from timeline.explanations.names import interval, stretch
from timeline.interval import Granularity

Portion = Nth | Within | Closing | FirstUnits


def portion(expression: Portion, anchors: Anchors, here: Stretch, whole: str) -> str:
    match expression:
        case Nth():
            return _nth(expression, here, whole)
        case Within():
            return _within(expression, here, whole)
        case Closing():
            return _closing(expression, anchors, here, whole)
        case FirstUnits():
            place = "end" if expression.last else "beginning"
            return f"{here.value} from the {place} of {whole} {stretch(here)}"


def _nth(expression: Nth, here: Stretch, whole: str) -> str:
    number = expression.number
    which = ordinal(number) if number > 0 else "last" if number == -1 else f"{ordinal(-number)} last"
    return f"the {which} {kind(expression.kind)} of {whole} is {stretch(here)}"


def _within(expression: Within, here: Stretch, whole: str) -> str:
    if isinstance(expression.kind, Clock):
        return f"it is {kind(expression.kind)} of {'that day' if whole == 'that' else whole.rstrip(',')}"
    if here.interval is not None and here.granularity < Granularity.DAY:
        return f"of {whole} the {kind(expression.kind)} is {interval(here.interval, here.granularity)}"
    return f"{the(expression.kind)} of {whole} is {stretch(here)}"


def _closing(expression: Closing, anchors: Anchors, here: Stretch, whole: str) -> str:
    plain = Within(expression.kind, expression.whole)
    told = _within(plain, here, whole)
    return told if plain.at(anchors) == here else f"{told}, but of the day after, as it ends what began later than that"
