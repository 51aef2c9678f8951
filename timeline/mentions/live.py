"""Pages that are written while things happen: times with a dot that begin their line, days that are a line."""

from __future__ import annotations

import re
from bisect import bisect_left

from timeline.algebra.hours import Clock
from timeline.algebra.operators import SCENE
from timeline.algebra.parts import Within
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found

RULE = "time that begins a line"
_STAMP = re.compile(
    r"^[ \t]*(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?=[ \t]+[^\W\d_a-z]|[ \t]*[-–—:|]|[ \t]*$)", re.MULTILINE
)
_MARGIN = 80
"""How much may stand around a day alone in its line."""
_AROUND = " \t:-–—|*#."


def stamped(pieces: list[tuple[int, Words, list[Found]]]) -> list[tuple[int, Words, list[Found]]]:
    """What was found and the stamps of a live page; one stamp alone may be anything."""
    stamps = [_stamps(words.text) for _, words, _ in pieces]
    if sum(map(len, stamps)) < 2:
        return pieces
    return [(start, words, _with(words, ones, here)) for (start, words, ones), here in zip(pieces, stamps, strict=True)]


def _stamps(text: str) -> list[re.Match[str]]:
    if "\n" not in text and not text.lstrip(" \t")[:1].isdigit():
        return []
    return [stamp for stamp in _STAMP.finditer(text) if int(stamp["hour"]) < 24]


def _with(words: Words, ones: list[Found], stamps: list[re.Match[str]]) -> list[Found]:
    taken = {one.first for one in ones}
    more = []
    for stamp in stamps:
        place = bisect_left(words.starts, stamp.start("hour"))
        if place not in taken:
            clock = Clock(int(stamp["hour"]), int(stamp["minute"]))
            more.append(Found(place, place + 2, RULE, Within(clock, SCENE)))
    return sorted([*ones, *more], key=lambda one: one.first)


def alone(text: str, start: int, end: int) -> bool:
    """Whether the line consists of the expression, as a heading does that says the day of what follows."""
    before = text[max(start - _MARGIN, 0) : start].rpartition("\n")
    after = text[end : end + _MARGIN].partition("\n")
    begins = before[1] or start <= _MARGIN
    ends = after[1] or end + _MARGIN >= len(text)
    return bool(begins and ends) and not (before[2].strip(_AROUND) or after[0].strip(_AROUND))
