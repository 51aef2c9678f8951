"""The algebra of time: what words mean, before anybody says from when it is counted.

An expression becomes a stretch of the calendar only in ``at``, when it meets its anchors. Operators and their
names follow SCATE (Bethard and Parker 2016): shifts say what kind of stretch, operators which one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from timeline.algebra.calendar import Stretch, shift, unit
from timeline.algebra.repeating import Repeating, Unit, containing, following, occurrence, preceding
from timeline.interval import Granularity, Interval


@dataclass(frozen=True, slots=True)
class Anchors:
    """What expressions are counted from.

    ``publication`` is the publisher's day, ``story`` the date the text spoke of last. ``tense`` tells the direction
    of the expression's own clause: -1 past, +1 future, 0 not told; it is asked only where a name is bare. ``scene``
    is the day that a clock time belongs to: one told shortly before, else that of publication; ``period`` the quarter,
    half or year last told of, which comparisons are about.
    """

    publication: Stretch
    story: Stretch
    scene: Stretch
    period: Stretch | None = None
    tense: Callable[[], int] = lambda: 0


class Expression(Protocol):
    """Raises ``OverflowError`` for a date that the calendar does not have."""

    def at(self, anchors: Anchors) -> Stretch: ...


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of publication, or the unit of ``granularity`` that it lies in."""

    granularity: Granularity = Granularity.DAY

    def at(self, anchors: Anchors) -> Stretch:
        return unit(self.granularity, anchors.publication.start)


@dataclass(frozen=True, slots=True)
class Story:
    """The date that the text spoke of last."""

    def at(self, anchors: Anchors) -> Stretch:
        return anchors.story


_COMPARED = (Granularity.QUARTER, Granularity.HALF)


@dataclass(frozen=True, slots=True)
class Scene:
    """The day on which the text is at this moment."""

    def at(self, anchors: Anchors) -> Stretch:
        return anchors.scene


PUBLICATION = Publication()
SCENE = Scene()
STORY = Story()


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that hangs on nothing: 2024, the 1990s, 490 BC."""

    stretch: Stretch

    def at(self, anchors: Anchors) -> Stretch:
        return self.stretch


@dataclass(frozen=True, slots=True)
class Last:
    """The ``count``-th occurrence back that is over when its base begins."""

    kind: Repeating
    count: int = 1
    base: Expression = PUBLICATION

    def at(self, anchors: Anchors) -> Stretch:
        return preceding(self.kind, self.base.at(anchors).start, self.count)


@dataclass(frozen=True, slots=True)
class This:
    """The occurrence that the base lies in, or else the one in the same cycle (this Tuesday, this winter)."""

    kind: Repeating
    base: Expression = PUBLICATION

    def at(self, anchors: Anchors) -> Stretch:
        moment = self.base.at(anchors).start
        found = containing(self.kind, moment) or occurrence(self.kind, moment)
        return found or following(self.kind, moment)


@dataclass(frozen=True, slots=True)
class Next:
    """The ``count``-th occurrence that has not begun when its base ends."""

    kind: Repeating
    count: int = 1
    base: Expression = PUBLICATION

    def at(self, anchors: Anchors) -> Stretch:
        return following(self.kind, self.base.at(anchors).end, self.count)


@dataclass(frozen=True, slots=True)
class Bare:
    """A name without a direction ("Tuesday", "September"): the clause's tense supplies it, today counts.

    Of the way from the occurrence before to the one after, the part ``lean`` belongs to the one before where no
    tense tells; a tense moves that border by ``pull``, so that it outweighs distance (1.0) or only tips it.
    """

    kind: Repeating
    lean: float = 0.5
    pull: float = 1.0
    base: Expression = PUBLICATION

    def at(self, anchors: Anchors) -> Stretch:
        base = self.base.at(anchors)
        now = containing(self.kind, base.start)
        if now is not None:
            return now
        if base.granularity > self.kind.granularity and (inside := following(self.kind, base.start)).end <= base.end:
            return inside
        past, coming = preceding(self.kind, base.start), following(self.kind, base.start)
        way = (base.start - past.end) / (coming.start - past.end)
        return past if way <= self.lean - anchors.tense() * self.pull else coming


@dataclass(frozen=True, slots=True)
class YearsAway:
    """Years before or after what was last spoken of, in its own granularity where that is part of a year.

    Company reports compare a quarter with "a year earlier": the same quarter of the year before.
    """

    count: int
    base: Expression = PUBLICATION

    def at(self, anchors: Anchors) -> Stretch:
        period = anchors.period
        base = period if period is not None and period.granularity in _COMPARED else self.base.at(anchors)
        kept = base.granularity if base.granularity in _COMPARED else Granularity.YEAR
        return unit(kept, shift(Granularity.YEAR, base.start, self.count))


@dataclass(frozen=True, slots=True)
class Quarter:
    """The quarter last spoken of, else the last one that is over ("the quarter" of a company's report)."""

    def at(self, anchors: Anchors) -> Stretch:
        if anchors.period is not None and anchors.period.granularity is Granularity.QUARTER:
            return anchors.period
        return preceding(Unit(Granularity.QUARTER), anchors.publication.start)


@dataclass(frozen=True, slots=True)
class Day:
    """A day some days before or after the base (yesterday, the day after tomorrow, the next day)."""

    count: int
    base: Expression = PUBLICATION

    def at(self, anchors: Anchors) -> Stretch:
        return unit(Granularity.DAY, shift(Granularity.DAY, self.base.at(anchors).start, self.count))


@dataclass(frozen=True, slots=True)
class Moved:
    """The unit that lies whole units before (negative ``count``) or after the base (three weeks ago)."""

    granularity: Granularity
    count: int
    base: Expression = PUBLICATION
    keep: bool = False

    def at(self, anchors: Anchors) -> Stretch:
        base = self.base.at(anchors)
        moved = shift(self.granularity, base.start, self.count)
        finest = min(max(base.granularity, Granularity.DAY), self.granularity)
        return unit(finest if self.keep else self.granularity, moved)


@dataclass(frozen=True, slots=True)
class Nth:
    """The ``number``-th occurrence inside a whole, from its end when negative (the last week of May)."""

    number: int
    kind: Repeating
    whole: Expression

    def at(self, anchors: Anchors) -> Stretch:
        whole = self.whole.at(anchors)
        if self.number > 0:
            return following(self.kind, _first(self.kind, whole), self.number)
        return preceding(self.kind, whole.end, -self.number)


def _first(kind: Repeating, whole: Stretch) -> datetime:
    """From where to count: ISO's first week of a month or year is the one with its first Thursday."""
    if isinstance(kind, Unit) and kind.granularity is Granularity.WEEK:
        return shift(Granularity.DAY, whole.start, -3)
    return whole.start


@dataclass(frozen=True, slots=True)
class Within:
    """The occurrence of a kind in a whole: the night of a Friday, the May of 2024, 5 p.m. of a day."""

    kind: Repeating
    whole: Expression

    def at(self, anchors: Anchors) -> Stretch:
        whole = self.whole.at(anchors)
        if whole.interval is None:
            raise OverflowError(f"{whole.value} lies before this calendar")
        found = containing(self.kind, whole.start)
        if found is not None and self.kind.granularity < Granularity.DAY:
            return found
        found = following(self.kind, whole.start)
        if found.start >= whole.end:
            raise OverflowError(f"{whole.value} has no {self.kind}")
        return found


@dataclass(frozen=True, slots=True)
class Span:
    """From the start of one to the end of the other."""

    first: Expression
    last: Expression

    def at(self, anchors: Anchors) -> Stretch:
        first, last = self.first.at(anchors), self.last.at(anchors)
        interval = Interval(first.start, last.end)
        return Stretch(interval, max(first.granularity, last.granularity), f"{first.value}/{last.value}")


@dataclass(frozen=True, slots=True)
class Possible:
    """A calendar day as written, ``year`` included; impossible ones raise when they meet the calendar."""

    year: int
    month: int
    day: int

    def at(self, anchors: Anchors) -> Stretch:
        try:
            return unit(Granularity.DAY, datetime(self.year, self.month, self.day))
        except ValueError as error:
            raise OverflowError(str(error)) from error
