"""How an expression is worked out, as clauses from the innermost out: what is taken, from where, and what it is."""

from __future__ import annotations

from functools import singledispatch

from timeline.algebra.calendar import Stretch, shift
from timeline.algebra.distance import Day, Moved, Quarter, QuarterOf, YearsAway
from timeline.algebra.notation import notation
from timeline.algebra.operators import Anchors, Bare, Expression, Last, Next, Publication, Scene, Story, This
from timeline.algebra.parts import Closing, FirstUnits, Nth, Span, Within
from timeline.algebra.repeating import containing
from timeline.algebra.written import Fixed, Numeric, Possible, TwoYears
from timeline.explanations.anchors import Simple, leaves, named
from timeline.explanations.choices import bare, figures
from timeline.explanations.english import ordinal
from timeline.explanations.kinds import kind, the
from timeline.explanations.names import counted, day, stretch
from timeline.explanations.portions import Portion, portion
from timeline.interval import Granularity as G

_Telling = Moved | Day | Last | Next | YearsAway | QuarterOf | Numeric | Span | Quarter
_Written = Fixed | Possible


def steps(expression: Expression, anchors: Anchors) -> list[str]:
    if next(leaves(expression), None) is None and not isinstance(expression, _Telling):
        return [f"written out in the text, it is {stretch(expression.at(anchors))}"]
    before, step = _step(expression, anchors, expression.at(anchors))
    return [*before, step]


def _from(base: Expression, anchors: Anchors) -> tuple[list[str], str]:
    """What comes before a step that counts from ``base``, and how that step then speaks of it."""
    if isinstance(base, Simple):
        return [], f"{named(base, anchors)},"
    if isinstance(base, _Written) or next(leaves(base), None) is None:
        return [], stretch(base.at(anchors))
    return steps(base, anchors), "that"


@singledispatch
def _step(expression: object, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    base = next(leaves(expression), None)
    start = "" if base is None else f", counted from {named(base, anchors)},"
    return [], f"{notation(expression)}{start} is {stretch(here)}"


@_step.register(Publication)
@_step.register(Story)
@_step.register(Scene)
def _anchor(expression: Publication | Story | Scene, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    return [], f"it is {named(expression, anchors)}"


@_step.register
def _last(expression: Last, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    before, base = _from(expression.base, anchors)
    which = "last" if expression.count == 1 else f"{ordinal(expression.count)} last"
    return before, f"the {which} {kind(expression.kind)} over by {base} is {stretch(here)}"


@_step.register
def _this(expression: This, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    before, base = _from(expression.base, anchors)
    if containing(expression.kind, expression.base.at(anchors).start):
        return before, f"the {kind(expression.kind)} that holds {base} is {stretch(here)}"
    cycle = expression.kind.cycle.word
    return before, f"{the(expression.kind)} of the same {cycle} as {base} is {stretch(here)}"


@_step.register
def _next(expression: Next, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    before, base = _from(expression.base, anchors)
    which = "first" if expression.count == 1 else ordinal(expression.count)
    return before, f"the {which} {kind(expression.kind)} that begins after {base} is {stretch(here)}"


@_step.register
def _bare(expression: Bare, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    before, base = _from(expression.base, anchors)
    return before, bare(expression, anchors, here, base)


@_step.register
def _day(expression: Day, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    before, base = _from(expression.base, anchors)
    if expression.count == 0:
        return before, f"it is {base.rstrip(',')}" if base != "that" else f"it is the same day, {stretch(here)}"
    return before, f"{_way(expression.count, G.DAY)} {base} is {stretch(here)}"


@_step.register
def _moved(expression: Moved, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    before, base = _from(expression.base, anchors)
    way = _way(expression.count, expression.granularity)
    landed = shift(expression.granularity, expression.base.at(anchors).start, expression.count)
    if here.granularity <= G.DAY or expression.granularity >= G.MONTH:
        return before, f"{way} {base} is {stretch(here)}"
    return before, f"{way} {base} is {day(landed)}, which lies in the {here.granularity.word} {stretch(here)}"


@_step.register
def _years_away(expression: YearsAway, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    before, base = _from(expression.base, anchors)
    if here.granularity is not G.YEAR and anchors.period is not None:
        base = f"the period told of last, {stretch(anchors.period)}"
    return before, f"{_way(expression.count, G.YEAR)} {base} is {stretch(here)}"


@_step.register(Quarter)
@_step.register(QuarterOf)
def _quarter(expression: Quarter | QuarterOf, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    if anchors.period is None:
        return [], f"no quarter was told of before, so of the day of publication it is {stretch(here)}"
    return [], f"as the period told of last is {stretch(anchors.period)}, it is {stretch(here)}"


@_step.register(Nth)
@_step.register(Within)
@_step.register(Closing)
@_step.register(FirstUnits)
def _portion(expression: Portion, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    before, whole = _from(expression.whole, anchors)
    return before, portion(expression, anchors, here, whole)


@_step.register(Span)
@_step.register(TwoYears)
def _span(expression: Span | TwoYears, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    first, last = steps(expression.first, anchors), steps(expression.last, anchors)
    return [*first, *(step for step in last if step not in first)], f"from the one to the other is {stretch(here)}"


@_step.register
def _numeric(expression: Numeric, anchors: Anchors, here: Stretch) -> tuple[list[str], str]:
    return [], figures(expression, anchors, here)


def _way(count: int, granularity: G) -> str:
    return f"{counted(abs(count), granularity.word)} {'before' if count < 0 else 'after'}"
