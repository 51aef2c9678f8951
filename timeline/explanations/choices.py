"""Readings that were possible and were not taken, and what decided."""

from __future__ import annotations

from contextlib import suppress

from timeline.algebra.calendar import Stretch
from timeline.algebra.operators import Anchors, Bare, Evidence
from timeline.algebra.repeating import Repeating, Weekday, containing, following, preceding
from timeline.algebra.written import Numeric
from timeline.explanations.kinds import kind, the
from timeline.explanations.names import stretch

_WHY = {
    Evidence.DOCUMENT: "another date of the text can only be read so",
    Evidence.COUNTRY: "that is the order in the publisher's country",
    Evidence.LANGUAGE: "that is the order unless the text or the publisher's country shows another",
}


def bare(expression: Bare, anchors: Anchors, here: Stretch, base: str) -> str:
    """A name without a direction: the one taken, the one not taken, and the cue."""
    name, start = the(expression.kind), expression.base.at(anchors)
    if containing(expression.kind, start.start) == here:
        today = "today counts" if start == anchors.publication else "that counts"
        itself = f"lies in {stretch(here)}"
        if here.granularity is start.granularity:
            itself = f"is {'a ' * isinstance(expression.kind, Weekday)}{kind(expression.kind)} itself"
        return f"{base} {itself}, and {today}, so neither {_beside(expression.kind, here)} is meant"
    if start.granularity > expression.kind.granularity and start.start <= here.start and here.end <= start.end:
        return f"the first {kind(expression.kind)} in {base} is {stretch(here)}"
    back, ahead = preceding(expression.kind, start.start), following(expression.kind, start.start)
    other, way, otherwise = (ahead, "before", "the one to come") if here == back else (back, "after", "the one before")
    why = _reason(expression, anchors, here)
    return f"{name} {way} {base} is {stretch(here)} rather than {otherwise}, {stretch(other)}, because {why}"


def _reason(expression: Bare, anchors: Anchors, here: Stretch) -> str:
    """The tense, where it made the difference; else what would have been taken without any."""
    untold = anchors._replace(tense=0)
    cue = anchors.cue
    if cue and (expression.at(untold) != here or (expression.pull >= 1 and anchors.tense)):
        return f"its clause says “{cue}”"
    if expression.lean >= 1 and not expression.pull:
        return "the word before it looks back"
    if expression.lean >= 1:
        return "nothing in its clause looks ahead"
    if expression.lean <= 0:
        return "the end of a range comes after its beginning"
    if not cue or not expression.pull:
        return "it is the nearer one"
    agrees = (anchors.tense < 0) == (here.start < expression.base.at(anchors).start)
    return f"it is the nearer one, {f'and its clause says “{cue}”' if agrees else f'which “{cue}” does not outweigh'}"


def _beside(what: Repeating, here: Stretch) -> str:
    found = []
    with suppress(OverflowError):
        found.append(stretch(preceding(what, here.start)))
    with suppress(OverflowError):
        found.append(stretch(following(what, here.end)))
    return " nor ".join(found)


def figures(expression: Numeric, anchors: Anchors, here: Stretch) -> str:
    """Day or month first, where both are possible."""
    if expression.first == expression.second or max(expression.first, expression.second) > 12:
        return f"written out in figures that can be read in one way only, it is {stretch(here)}"
    other = anchors._replace(day_first=not anchors.day_first)
    first, second = ("day", "month") if anchors.day_first else ("month", "day")
    return (
        f"read {first} first, it is {stretch(here)} rather than {second} first, {stretch(expression.at(other))}, "
        f"because {_WHY[anchors.evidence]}"
    )
