"""Ways to read some words, told by the kinds of the words alone; the words' values make a meaning of them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.grammar.tree import Classes, End

DECLINED = object()
"""The meaning where the rule gave none."""
Parts = tuple[tuple[int, "str | Ways"], ...]
Ways = tuple["Way", ...]


class Way(NamedTuple):
    """One reading: how many words it takes, how it is completed, and where its values come from.

    Each of ``parts`` counts from the first word: a word and the key of its value, or where a phrase begins and the
    ways to read it, the preferred first. They stand as the maker takes them.
    """

    size: int
    how: End
    parts: Parts


def way(how: End, size: int, parts: Parts) -> Way:
    """``parts`` stand as the words do."""
    return Way(size, how, parts if how.order is None else tuple([parts[number] for number in how.order]))


def meaning(way: Way, words: Sequence[Classes], place: int) -> object:
    """What the words from ``place`` on mean in this way, or ``DECLINED``; ``None`` for a look-alike."""
    values: list[Hashable] = []
    for offset, source in way.parts:
        if isinstance(source, str):
            values.append(words[place + offset].values[source])
            continue
        value = preferred(source, words, place + offset)
        if value is DECLINED:
            return DECLINED
        values.append(value)
    made = _made(way.how, *values)
    return DECLINED if made is None and way.how.keep else made


def preferred(ways: Ways, words: Sequence[Classes], place: int) -> object:
    """The meaning of the first way that has one."""
    for way in ways:
        found = meaning(way, words, place)
        if found is not DECLINED:
            return found
    return DECLINED


@lru_cache(maxsize=4096, typed=True)
def _made(how: End, *values: object) -> object:
    """The rule's meaning, one for all times it is made; none where it would lie outside the calendar."""
    try:
        if how.order is None:
            return how.make(**dict(zip(how.parameters, values, strict=True)))
        return how.make(*values)
    except OverflowError:
        return None
