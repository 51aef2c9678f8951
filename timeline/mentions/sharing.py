"""What two times side by side have in common: the year of "March to June 1943", the day of "9 to 5 on Tuesday"."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from timeline.algebra.meaning import Modified
from timeline.algebra.operators import Bare, Expression, Scene
from timeline.algebra.parts import Within
from timeline.grammar.context import Links
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity
from timeline.mentions.links import joined

_FARTHEST = 2
"""How many words stand between two times side by side at most."""


def shared(words: Words, ones: list[Found], links: Links, dotted: frozenset[str]) -> list[Found]:
    """What was found, each with what it shares with the one after it: lists and ranges say a year or a day once."""
    told: list[Found] = []
    for one in reversed(ones):
        shares = bool(told) and _side_by_side(words, one, told[-1], links, dotted)
        told.append(one._replace(meaning=_sharing(one.meaning, told[-1].meaning)) if shares else one)
    return told[::-1]


def _side_by_side(words: Words, one: Found, following: Found, links: Links, dotted: frozenset[str]) -> bool:
    if following.first - one.last > _FARTHEST:
        return False
    if joined(links, words, one, following, dotted):
        return True
    if following.first - one.last > 1:
        return False
    between = words.words[one.last : following.first]
    gaps = [words.gap(place, dotted) for place in range(one.last, following.first + 1)]
    listed = not between and gaps == [", "] and _shares(following.meaning)
    return listed or (len(between) == 1 and between[0] in links.both and gaps == [" ", " "])


def _shares(meaning: object) -> bool:
    expression = _expression(meaning)
    return isinstance(expression, Bare) and isinstance(expression.base, Within)


def _sharing(meaning: object, following: object) -> object:
    if isinstance(meaning, Modified):
        return replace(meaning, expression=cast("Expression", _sharing(meaning.expression, following)))
    other = _expression(following)
    if isinstance(other, Bare) and isinstance(other.base, Within):
        other = other.base
    if not isinstance(other, Within) or isinstance(other.whole, Scene):
        return meaning
    if isinstance(meaning, Bare) and meaning.kind.granularity >= Granularity.DAY and meaning.kind != other.kind:
        fits = meaning.kind.cycle == other.kind.cycle >= Granularity.WEEK and not isinstance(other.whole, Bare)
        return Bare(meaning.kind, lean=1.0, pull=0.0, base=other) if fits else meaning
    if isinstance(meaning, Within) and isinstance(meaning.whole, Scene) and other.kind.cycle is Granularity.DAY:
        return Within(meaning.kind, other.whole)
    return meaning


def _expression(meaning: object) -> Expression | object:
    return meaning.expression if isinstance(meaning, Modified) else meaning
