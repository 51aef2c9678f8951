"""The algebra of time: what words mean, before anybody says from when it is counted.

An expression becomes a stretch of the calendar only in ``at``, when it meets its anchors. Operators and their
names follow SCATE (Bethard and Parker 2016): shifts say what kind of stretch, operators which one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol

from timeline.algebra.calendar import Stretch, unit
from timeline.algebra.repeating import Repeating, containing, following, occurrence, preceding
from timeline.interval import Granularity


class Evidence(Enum):
    """What told whether day or month comes first in figures."""

    DOCUMENT = "document"
    COUNTRY = "country"
    LANGUAGE = "language"

    __hash__ = object.__hash__


class Anchors(NamedTuple):
    """What expressions are counted from.

    ``publication`` is the publisher's day, ``story`` the date the text spoke of last. ``tense`` tells the direction
    of the expression's own clause: -1 past, -2 surely so, +1 future, 0 not told or, as no name is bare, not asked.
    ``scene`` is the day that a clock time belongs to: one told shortly before, else that of publication; ``period`` the
    quarter, half or year last told of, which comparisons are about. ``day_first``: 3/4 is 3 April here.

    The rest is for those who ask why: the ``cue`` that told the tense, whether the text is a ``narrative`` with dates
    of its own, and the ``evidence`` for the order of figures.
    """

    publication: Stretch
    story: Stretch
    scene: Stretch
    period: Stretch | None = None
    day_first: bool = True
    tense: int = 0
    cue: str = ""
    narrative: bool = False
    evidence: Evidence = Evidence.LANGUAGE


class Expression(Protocol):
    """Raises ``OverflowError`` for a date that the calendar does not have."""

    def at(self, anchors: Anchors) -> Stretch: ...
    def __hash__(self) -> int: ...


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


@dataclass(frozen=True, slots=True)
class Scene:
    """The day on which the text is at this moment."""

    def at(self, anchors: Anchors) -> Stretch:
        return anchors.scene


PUBLICATION = Publication()
SCENE = Scene()
STORY = Story()


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
        way, border = (base.start - past.end) / (coming.start - past.end), self.lean - anchors.tense * self.pull
        return past if border > 0 and way <= border else coming
