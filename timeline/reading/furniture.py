"""Which lines of a page are not its story. Shapes decide; a language's words name what shapes cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from timeline.reading.lines import Line
from timeline.reading.words import Furniture

_LONGEST = 40
_LONGEST_TEXT = 400
_LONGEST_LABEL = 15
_SHORT_LINE = 7
_HOUR = r"\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
_FULL_HOUR = r"\d{1,2}(?:[:.]\d\d(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?)"
_RIGHTS = re.compile(r"©|\(c\)\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4})", re.IGNORECASE)
_ONLY_MARKS = re.compile(r"[^\w]*|https?://\S+|www\.\S+|[@#]\w+(?:\s+[@#]\w+)*|\S+@\S+\.\w+")
_RUNS_ON = re.compile(r"^[-–—•*“\"‘]\s?\w|[:,;\-–—]$")
_NAME = r"[^\W\d_a-zß-ÿ][^\s,|•·]*(?:\s+(?:\S{1,3}\s+)?[^\W\d_a-zß-ÿ][^\s,|•·]*){0,7}"


@dataclass(frozen=True, eq=False, slots=True)
class _Shapes:
    longest: int
    first: frozenset[str]
    opening: re.Pattern[str]
    colon: re.Pattern[str]
    byline: re.Pattern[str]
    credit: re.Pattern[str]
    ending: re.Pattern[str]
    programme: re.Pattern[str]


def is_furniture(line: Line, words: Furniture) -> bool:
    """Whether a line is a label, a programme's hours, a byline, a credit, a link or an offer to the reader."""
    if len(line.text) > _LONGEST_TEXT or line.words > _LONGEST:
        return False
    shapes = _shapes(words)
    return line.label(shapes.longest) in words.labels or _matches(line, shapes) or _is_programme(line, words)


def opens_links(line: Line, words: Furniture) -> bool:
    """Whether the line heads a list of links, like "Related stories"."""
    return line.label(_shapes(words).longest) in words.sections


def is_aside(line: Line) -> bool:
    """Whether a line is too short for a paragraph and ends no sentence: a subheading, a name, a caption."""
    return line.words <= _SHORT_LINE and not line.ends_sentence and not _RUNS_ON.search(line.text)


def _matches(line: Line, shapes: _Shapes) -> bool:
    text = line.text.lower().replace("’", "'").lstrip("([*|>•»-–— ")
    if _first_word(text) in shapes.first and (shapes.opening.match(text) or shapes.colon.match(text)):
        return True
    if (":" in text or "/" in text) and shapes.credit.search(text):
        return True
    if line.words > _LONGEST_LABEL:
        return False
    if _RIGHTS.match(line.text) or _ONLY_MARKS.fullmatch(line.text):
        return True
    return not line.ends_sentence and bool(
        shapes.byline.match(line.text) or (line.words <= _SHORT_LINE and shapes.ending.search(text))
    )


def _first_word(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found[0] if found else ""


def _is_programme(line: Line, words: Furniture) -> bool:
    """Whether a span of hours stands at an end of a line of names: no verb, so no word in lower case."""
    text = line.text.rstrip(".) ")
    if line.words > _LONGEST_LABEL or not (text[:1].isdigit() or text[-1:].isdigit() or text[-1:] in "mM"):
        return False
    found = _shapes(words).programme.search(text)
    if found is None:
        return False
    names = (text[: found.start()] + " " + text[found.end() :]).split()
    return all(not word[0].islower() or word in words.joins for word in names)


@cache
def _shapes(words: Furniture) -> _Shapes:
    days = _any([*words.stamps.weekdays, *words.stamps.months])
    to = rf"\s*(?:[-–—]|\s{_any(words.until)}\s)\s*"
    hours = rf"(?:{_FULL_HOUR}{to}{_HOUR}|{_HOUR}{to}{_FULL_HOUR})"
    return _Shapes(
        longest=max(len(phrase.split()) for phrase in words.labels | words.sections),
        first=frozenset(_first_word(phrase) for phrase in words.openings | words.colons),
        opening=re.compile(rf"{_any(words.openings)}(?!\w)"),
        colon=re.compile(rf"{_any(words.colons)}\s*[:|]"),
        byline=re.compile(
            rf"{_any(words.bylines)}:?\s+(?!{days}\b)(?-i:{_NAME}(?:$|\s*[,|•·(]|\s+[-–—]|\s+\w+\s+{_NAME}$))",
            re.IGNORECASE,
        ),
        credit=re.compile(rf"(?:^|[\s(\[|/.]){_any(words.credits)}\s?[:/]\s*[^.!?]{{1,50}}[)\].]?$"),
        ending=re.compile(rf"(?:^|\W)\d+\S*(?:\s+\w+)?\s*{_any(words.endings)}$"),
        programme=re.compile(rf"(?:^|(?<=[\s(,|])){hours}$|^{hours}(?=[\s:,)])", re.IGNORECASE),
    )


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"
