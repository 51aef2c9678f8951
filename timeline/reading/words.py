"""The words of a language that reading a page needs: records that each language fills in, in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False, kw_only=True)
class StampWords:
    """Words of a publication time. ``halves`` gives the hours that am and pm add to a clock."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    halves: Mapping[str, int]
    fillers: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]


@dataclass(frozen=True, eq=False, kw_only=True)
class Furniture:
    """What stands on a page round a story.

    ``labels`` are whole lines; ``openings`` begin a line that is never story, ``colons`` before a colon;
    ``sections`` head a list of links; ``bylines`` precede a name; ``credits`` precede the maker of a picture;
    ``endings`` end a line that is never story; ``until`` stands between the hours of a programme,
    ``joins`` between the names in its title.
    """

    stamps: StampWords
    labels: frozenset[str]
    openings: frozenset[str]
    colons: frozenset[str]
    sections: frozenset[str]
    bylines: frozenset[str]
    credits: frozenset[str]
    endings: frozenset[str]
    until: frozenset[str]
    joins: frozenset[str]


def numbered(groups: str, first: int) -> dict[str, int]:
    """Words by the numbers of their groups, which ``|`` parts: "january jan|february feb"."""
    return {word: number for number, group in enumerate(groups.split("|"), first) for word in group.split()}
