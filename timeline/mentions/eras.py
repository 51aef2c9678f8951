"""Bare numbers that are years in a story of long ago: "480" beside "490 BC"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.algebra.calendar import BYGONE, before_christ
from timeline.algebra.meaning import Modified
from timeline.algebra.parts import Within
from timeline.algebra.written import Fixed, bygone
from timeline.grammar.context import Links
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity

RULE = "year of the story's era"
_NEAR = 60
"""Within how many years of a year told with its era a bare number is one too."""
_LATEST = 1000


def eras(found: Iterable[Found]) -> frozenset[int]:
    """The years before Christ that the text tells with their era."""
    years = (_year(one.meaning) for one in found)
    return frozenset(before_christ(0).year - year for year in years if year >= BYGONE)


def _year(meaning: object) -> int:
    if isinstance(meaning, Modified):
        return _year(meaning.expression)
    if isinstance(meaning, Within):
        return _year(meaning.whole)
    return meaning.stretch.start.year if isinstance(meaning, Fixed) else 0


def with_years(words: Words, ones: list[Found], years: frozenset[int], links: Links) -> list[Found]:
    """What was found and the bare years between, in order."""
    taken = {place for one in ones for place in range(one.first, one.last)}
    bare = [place for place in _bare(words, links) if place not in taken and _close(int(words.words[place]), years)]
    more = [Found(place, place + 1, RULE, bygone(Granularity.YEAR, int(words.words[place]))) for place in bare]
    return sorted([*ones, *more], key=lambda one: one.first)


def _bare(words: Words, links: Links) -> Iterator[int]:
    firm = links.ahead | links.since | links.until
    for place in range(1, len(words.words)):
        word, lead = words.words[place], words.words[place - 1]
        if not word.isdigit() or not 2 <= len(word) <= 3 or words.gap(place) != " ":
            continue
        after = words.text[words.ends[place] : words.ends[place] + 2]
        if lead in firm or (lead.isalpha() and lead in links.by | links.to and after[:1] in {"", ",", ".", ";", ")"}):
            if after[:1] != "%" and not (after[:1] in {",", "."} and after[1:].isdigit()):
                yield place


def _close(number: int, years: frozenset[int]) -> bool:
    return number < _LATEST and any(abs(number - year) <= _NEAR for year in years)
