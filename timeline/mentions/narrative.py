"""Whether a text tells a story with dates of its own, so that a bare "March" hangs on the story and not on today.

It must show in the text: dates with years that lie away from the publication, and few words that point at the
publication itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.algebra.distance import Day, Moved, QuarterOf, YearsAway
from timeline.algebra.inside import parts
from timeline.algebra.meaning import Meaning, Modified, Unplaced
from timeline.algebra.operators import STORY, Bare, Expression, Last, Next, Publication, Story, This
from timeline.algebra.parts import Within
from timeline.algebra.repeating import Repeating, Weekday
from timeline.algebra.values import BYGONE
from timeline.algebra.written import Fixed, Possible
from timeline.interval import Granularity

_Written, _Compared = Within | Possible, YearsAway | QuarterOf
_Directed, _Away = Last | This | Next, Day | Moved
_Counted = _Directed | _Away
_FEWEST = 3
_AWAY = 2
_RATIO = 4
_DATED, _DIRECTED, _WEEKDAY = 1.5, 0.5, 2
_OLD, _LONG_AGO = 30, 1000
"""Years ago from which one full date, or a year alone, makes a story where nothing points at today."""


def narrative(meanings: Iterable[object], year: int, old: float = _FEWEST) -> bool:
    """Four times as many dates of years at least two before ``year`` as words that point at the publication.

    A day or a month with its year tells more than a year alone, which any article may look back to; ``old`` is how much
    more one from another generation tells, which is enough in a text of nothing else, but not in a passage of news.
    """
    dated, others = [], []
    for meaning in meanings:
        written = written_year(meaning)
        if written is None:
            others.append(meaning)
        else:
            dated.append((meaning, year - written if written < BYGONE else BYGONE))
    if not dated:
        return False
    recent = any(0 <= ago < _AWAY for _, ago in dated)
    away = sum(_weight(meaning, ago, 0.0 if recent else old) for meaning, ago in dated)
    return away >= _FEWEST and away > _RATIO * sum(map(_deictic, others))


def _weight(meaning: object, ago: int, old: float) -> float:
    if ago < _AWAY:
        return 0.0
    if ago >= _LONG_AGO:
        return max(old, 1.0)
    return max(_DATED, old if ago >= _OLD else 0.0) if _dated(meaning) else 1.0


def _dated(meaning: object) -> bool:
    expression = meaning.expression if isinstance(meaning, Modified) else meaning
    return isinstance(expression, _Written)


def written_year(meaning: object) -> int | None:
    """The year that was written out in the expression, if one was; those before Christ as the calendar keeps them."""
    if isinstance(meaning, Modified):
        return written_year(meaning.expression)
    if isinstance(meaning, Within):
        return written_year(meaning.whole)
    if isinstance(meaning, Possible):
        return meaning.year
    if isinstance(meaning, Fixed) and meaning.stretch.interval is not None:
        return meaning.stretch.start.year
    return None


def _deictic(meaning: object) -> float:
    """How surely it points at the publication: "last year" may be the story's, "Tuesday" hardly."""
    if isinstance(meaning, _Directed):
        return _directed(meaning.kind) * isinstance(meaning.base, Publication) or _deictic(meaning.base)
    if isinstance(meaning, _Away):
        return isinstance(meaning.base, Publication) or _deictic(meaning.base)
    if isinstance(meaning, Bare):
        return _WEEKDAY * isinstance(meaning.kind, Weekday)
    return max([_deictic(getattr(meaning, name)) for name in parts(type(meaning))], default=0.0)


def _directed(kind: Repeating) -> float:
    """ "Last Tuesday" and "this week" hardly stand in a story; "last year" does."""
    if isinstance(kind, Weekday):
        return _WEEKDAY
    return 1.0 if kind.granularity is Granularity.WEEK else _DIRECTED


def stays(meaning: object) -> bool:
    """Whether the text stays where it is: the expression compares, looks back, or names what holds the date told."""
    if isinstance(meaning, Modified):
        return stays(meaning.expression)
    if isinstance(meaning, Within):
        return meaning.kind.cycle is Granularity.DAY and stays(meaning.whole)
    if isinstance(meaning, _Away):
        return meaning.count < 0 and isinstance(meaning.base, Story)
    return isinstance(meaning, _Compared) or (isinstance(meaning, This) and isinstance(meaning.base, Story))


def told(meaning: Meaning) -> Meaning:
    """The meaning as a story tells it: what would be counted from the publication is counted from the story."""
    if isinstance(meaning, Modified):
        return replace(meaning, expression=_told(meaning.expression))
    return meaning if isinstance(meaning, Unplaced) else _told(meaning)


def _told(expression: Expression) -> Expression:
    if isinstance(expression, Within):
        return replace(expression, whole=_told(expression.whole))
    if isinstance(expression, Bare) and isinstance(expression.base, Publication):
        return replace(expression, base=STORY, lean=0.42, pull=0.0)
    if isinstance(expression, _Counted) and isinstance(expression.base, Publication):
        return replace(expression, base=STORY)
    return expression
