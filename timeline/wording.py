"""Turns chosen words of a sentence back into a line of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.syntax.tagging import Token

_SPACE = re.compile(r"\s+")
_LOOSE_SPACE = re.compile(r"\s+(?=[,.;:!?”»)])|(?<=[“„«(])\s+")
_DOUBLED = re.compile(r"[,;:](?=\s*[,;:.”])")
_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("(", ")"))
_EDGES = " \t\n,;:.-–—…"


class Wording(NamedTuple):
    """``prefix`` are tokens put before all others; ``names`` stand in for the token at their place."""

    tokens: Sequence[Token]
    text: str
    prefix: Sequence[int]
    names: dict[int, str]


def worded(wording: Wording, places: Sequence[int]) -> str:
    own = [place for place in places if place not in set(wording.prefix)]
    return trimmed(" ".join([*_runs(wording, wording.prefix), *_runs(wording, own)]))


def _runs(wording: Wording, places: Sequence[int]) -> list[str]:
    """Neighbouring tokens keep what stood between them."""
    found: list[str] = []
    first: int | None = None
    for here, place in enumerate(places):
        if place in wording.names:
            found.append(wording.names[place])
            continue
        first = place if first is None else first
        following = places[here + 1] if here + 1 < len(places) else None
        if following != place + 1 or following in wording.names:
            found.append(wording.text[wording.tokens[first].start : wording.tokens[place].end])
            first = None
    return found


def trimmed(line: str) -> str:
    line = _SPACE.sub(" ", line).strip(_EDGES)
    line = _DOUBLED.sub("", _LOOSE_SPACE.sub("", line))
    return _balanced(line).strip(_EDGES)


def _balanced(line: str) -> str:
    for opening, closing in _PAIRS:
        missing = line.count(opening) - line.count(closing)
        if missing > 0:
            line = line.rstrip(_EDGES) + closing * missing
        elif missing < 0:
            line = line.replace(closing, "")
    return line + '"' if line.count('"') % 2 else line


def first_upper(line: str) -> str:
    for place, character in enumerate(line):
        if character.isalnum():
            return line[:place] + character.upper() + line[place + 1 :]
    return line
