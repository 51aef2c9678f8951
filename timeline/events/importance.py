"""How much an event weighs within its own article, before other articles have their say, and how sure its time is."""

from __future__ import annotations

from timeline.interval import Granularity
from timeline.model import Grounds, Status, When

_STATUS = {
    Status.OCCURRED: 1.0,
    Status.ONGOING: 0.9,
    Status.SCHEDULED: 0.9,
    Status.POSSIBLE: 0.7,
    Status.DENIED: 0.6,
}
_PLACE, _SPECIFIC, _CERTAIN = 0.5, 0.3, 0.2
_GROUNDS = {Grounds.EXPRESSION: 1.0, Grounds.STORY: 0.7, Grounds.PUBLICATION: 0.7}
_VAGUE, _LATER = 0.8, 0.2
_DAY, _COARSER = int(Granularity.DAY), int(Granularity.YEAR) - int(Granularity.DAY)


def importance(position: float, when: When, status: Status, sure: float = 1.0) -> float:
    """A figure from 0 to 1: half for standing early (``position`` 0 is the first sentence, 1 the last), three
    tenths for a fine date (a day or finer counts in full, a year or coarser not at all), two for being a fact.
    What is not ``sure`` to be dated rightly counts less for its place and its date.
    """
    over = max(0, when.granularity - _DAY) / _COARSER
    specific = (1.0 - min(1.0, over)) * (0.5 if when.approximate else 1.0)
    dated = _PLACE * (1.0 - position) + _SPECIFIC * specific
    return round(dated * sure + _CERTAIN * _STATUS[status], 4)


def confidence(when: When, grounds: Grounds, position: float) -> float:
    """A figure from 0 to 1: how sure an event's time is. News stands early, and what is told later may be old."""
    sure = _GROUNDS[grounds] - (_LATER * position if grounds is not Grounds.EXPRESSION else 0)
    return round(sure * (_VAGUE if when.approximate else 1.0), 2)
