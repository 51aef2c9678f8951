"""Bare numbers that are years in a story of long ago: "480" beside "490 BC"."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.algebra.meaning import Modified
from timeline.algebra.parts import Within
from timeline.algebra.values import BYGONE, before_christ
from timeline.algebra.written import Fixed, bygone
from timeline.grammar.context import Links
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity

RULE = "year of the story's era"
_NEAR = 60
"""Within how many years of a year told with its era a bare number is one too."""


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
    near = frozenset(number for year in years for number in range(year - _NEAR, year + _NEAR + 1))
    ahead = links.ahead | links.since | links.until
    joins = links.to | links.until | links.both
    begins = {one.first: _year(one.meaning) for one in ones}
    taken = {place for one in ones for place in range(one.first, one.last)}
    bare = [
        place
        for place in range(len(words.words))
        if place not in taken
        and _short(words.words[place])
        and (
            _opens(words, place, begins, joins)
            or (int(words.words[place]) in near and _led(words, place, ahead, links))
        )
    ]
    more = [Found(place, place + 1, RULE, bygone(Granularity.YEAR, int(words.words[place]))) for place in bare]
    return sorted([*ones, *more], key=lambda one: one.first)


def _short(word: str) -> bool:
    return word.isascii() and word.isdigit() and 2 <= len(word) <= 3


def _opens(words: Words, place: int, begins: dict[int, int], joins: frozenset[str]) -> bool:
    """Whether it begins a range whose end has its era: "499-493 BC", "from 499 to 493 BC"."""
    next_place = place + 1
    if next_place < len(words.words) and words.words[next_place] in joins:
        next_place += 1
    gaps = ("-", " - ") if next_place == place + 1 else (" ",)
    if words.gap(next_place) not in gaps if next_place < len(words.words) else True:
        return False
    end = begins.get(next_place, 0)
    return end >= BYGONE and before_christ(int(words.words[place])).year < end


def _led(words: Words, place: int, ahead: frozenset[str], links: Links) -> bool:
    """Whether a word that leads to times stands before it; a word that leads to much else only before a pause."""
    if place == 0 or words.gap(place) != " ":
        return False
    lead, after = words.words[place - 1], words.text[words.ends[place] : words.ends[place] + 2]
    if after[:1] == "%" or (after[:1] in {",", "."} and after[1:].isdigit()):
        return False
    pause = after[:1] in {"", ",", ".", ";", ")"}
    return lead in ahead or (pause and (lead in links.by or lead in links.to))
