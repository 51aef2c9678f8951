"""The tokens of a publication time in writing, and what each adds to its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from timeline.reading.notation import Parts, clock, day, numeric
from timeline.reading.words import StampWords
from timeline.reading.zones import is_zone

_TOKEN = re.compile(
    r"""\s* (?:
      (?P<ymd>     (?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d) (?:t(?=\d))? )
    | (?P<basic>   (?P<by>\d{4})(?P<bm>\d\d)(?P<bd>\d\d)(?!\d) (?:t(?P<bt>\d{4}(?:\d\d)?)(?!\d))? )
    | (?P<numeric> (?P<n1>\d{1,2})(?P<ns>[-/.])(?P<n2>\d{1,2})(?P=ns)(?P<ny>\d{4})(?!\d) )
    | (?P<clock>   \d{1,2}[:.h]\d\d(?:[:.]\d\d(?:[.,]\d{1,9})?)?(?![\d:]) )
    | (?P<offset>  (?:(?:utc|gmt)\s?[+\-−][01]?\d|(?<=[\d\s])[+\-−][01]\d)(?::?[0-5]\d)?(?![\d:]) )
    | (?P<number>  \d{1,4}(?!\d) )
    | (?P<word>    [^\W\d_]+(?:[./_][^\W\d_]+)*\.? )
    | (?P<mark>    [,;:|•·–—()\[\]@/.\-] )
    )""",
    re.VERBOSE,
)
NOWHERE = {"-0000": "z", "-00:00": "z"}
"""Offsets that name no place (RFC 3339)."""


def tokens(text: str) -> Iterator[re.Match[str] | None]:
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        yield found
        if found is None:
            return
        place = found.end()


def taken(parts: Parts, token: re.Match[str] | None, words: StampWords) -> bool:
    """Whether the token fits in with the parts; adds it to them."""
    if token is None:
        return False
    match token.lastgroup:
        case "ymd":
            fits = _days(parts, (day(int(token["y"]), int(token["m"]), int(token["d"])),))
        case "basic":
            found = (day(int(token["by"]), int(token["bm"]), int(token["bd"])),)
            fits = _days(parts, found) and (token["bt"] is None or _clock(parts, clock(token["bt"])))
        case "numeric":
            fits = _days(parts, numeric(int(token["n1"]), int(token["n2"]), int(token["ny"])))
        case "clock":
            fits = _clock(parts, clock(token["clock"]))
        case "offset":
            fits = _zone(parts, re.sub(r"\s", "", token["offset"]))
        case "number":
            fits = _number(parts, token["number"])
        case "word":
            fits = _word(parts, token["word"].replace(".", ""), words)
        case _:
            fits = True
    return fits


def _days(parts: Parts, days: tuple[date, ...]) -> bool:
    free, parts.days = not parts.days, days
    return free


def _clock(parts: Parts, found: time) -> bool:
    free, parts.clock = parts.clock is None, found
    return free


def _zone(parts: Parts, name: str) -> bool:
    parts.zone = parts.zone or NOWHERE.get(name, name)
    parts.military = parts.last if len(parts.last) == 4 else parts.military
    return True


def _number(parts: Parts, digits: str) -> bool:
    parts.last = digits
    if len(digits) == 4:
        parts.years.append(digits)
    else:
        parts.numbers.append(int(digits))
    return len(digits) != 3


def _word(parts: Parts, word: str, words: StampWords) -> bool:
    last, parts.last = parts.last, ""
    if word in words.months:
        free, parts.month = parts.month is None, words.months[word]
        return free
    if word in words.weekdays:
        parts.weekday = words.weekdays[word]
        return True
    if word in words.halves:
        return _half(parts, words.halves[word], last)
    if word == "z" or is_zone(word):
        parts.last = last
        return _zone(parts, word)
    return word in words.fillers


def _half(parts: Parts, hours: int, last: str) -> bool:
    parts.half = hours
    if parts.clock is None and last and parts.numbers:
        parts.clock = clock(f"{parts.numbers.pop()}:00")
    return parts.clock is not None
