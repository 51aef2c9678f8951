"""What a reader may ask besides: which century two figures mean, whose clock a clock time is on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.algebra.derivation import Derivation
from timeline.algebra.hours import Clock
from timeline.algebra.meaning import Modified
from timeline.algebra.parts import Within
from timeline.algebra.written import Fixed, Numeric, Possible
from timeline.interval import Granularity as G
from timeline.model import When

_Figures = Numeric | Possible
_FIGURES = re.compile(r"(?<!\d)\d{2}(?!\d)")


def also(when: When, made: Derivation) -> list[str]:
    return [*_century(when, made.meaning), *_clock(when, made.meaning)]


def _century(when: When, meaning: object) -> Iterator[str]:
    year = _year(meaning)
    if year is not None and str(year) not in when.text and f"{year % 100:02d}" in _FIGURES.findall(when.text):
        yield f"two figures of a year up to 30 are of the 2000s and others of the 1900s: {year}"


def _year(meaning: object) -> int | None:
    if isinstance(meaning, Modified):
        return _year(meaning.expression)
    if isinstance(meaning, Within):
        return _year(meaning.whole)
    if isinstance(meaning, _Figures):
        return meaning.year
    fixed = isinstance(meaning, Fixed) and meaning.stretch.granularity is G.YEAR and meaning.stretch.interval
    return meaning.stretch.start.year if fixed and isinstance(meaning, Fixed) else None


def _clock(when: When, meaning: object) -> Iterator[str]:
    if when.offset is None or not isinstance(meaning, Within) or not isinstance(meaning.kind, Clock):
        return
    sign, (hours, minutes) = "−" if when.offset < 0 else "+", divmod(abs(when.offset), 60)
    whose = "the publisher's" if meaning.kind.zone is None else "the one that the text names"
    yield f"the clock is {whose}, UTC{sign}{hours:02d}:{minutes:02d}"
