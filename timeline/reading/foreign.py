"""Publication times under unknown labels, or in a language without a word table, by way of dateparser."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from timeline.reading.notation import NUMERIC, Notation, clock, numeric, western
from timeline.reading.stamps import notation
from timeline.reading.words import StampWords

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_DAY, _YEAR = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)", r"(?<!\d)(?:1[6-9]|2[01])\d\d(?!\d)"
_DATED = re.compile(
    rf"{_DAY}(?:\W{{0,3}}[^\W\d_]{{1,15}}){{0,3}}\W{{1,3}}{_YEAR}"
    rf"|{_YEAR}\W{{0,3}}[^\W\d_]{{0,15}}\W{{0,3}}{_DAY}"
    rf"|{_YEAR}\s?[^\W\d_]\s?{_DAY}\s?[^\W\d_]\s?{_DAY}"
)
_FULL_CLOCK = re.compile(r"\W*(?:[^\W\d_]+\W+)?((?:0\d|1[3-9]|2[0-3])[:h]\d\d|\d{1,2}h\d\d)$")
_LONGEST = 80
_MOST_WORDS = 12
_MOST_LABEL_WORDS = 3
_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "RETURN_TIME_AS_PERIOD": True,
    "RELATIVE_BASE": datetime(2000, 1, 1),
    "DATE_ORDER": "DMY",
}


def looks_dated(text: str) -> bool:
    """Whether a text is short and has a day and a year close together: worth asking dateparser about."""
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and bool(_DATED.search(western(text)))


def foreign(text: str, language: str | None, words: StampWords) -> Notation | None:
    """The publication time that a text says, after at most three words of label.

    A label needs a colon after it, or a clock time in the text: "Vote on 4 July 2024" is no publication time.
    Raises what ``notation`` raises.
    """
    if not looks_dated(text):
        return None
    folded = western(text).strip()
    parts = _unlabelled(folded)
    readings = chain(
        ((part, notation(part, words)) for part in parts),
        ((part, _parsed(part, language)) for part in parts),
    )
    for part, found in readings:
        if found and (part == folded or found.clock or folded.removesuffix(part).rstrip().endswith(":")):
            return found
    return None


def _unlabelled(text: str) -> list[str]:
    """The text, and what is left of it without the first words before its first digit."""
    head = re.split(r"\d", text, maxsplit=1)[0]
    starts = [found.start() for found in re.finditer(r"\S+", head)][1 : _MOST_LABEL_WORDS + 1]
    if len(head.split()) <= _MOST_LABEL_WORDS:
        starts.append(len(head))
    return list(dict.fromkeys([text, *(text[start:] for start in starts)]))


def _parsed(text: str, language: str | None) -> Notation | None:
    """What dateparser reads. Where other languages write 3/4/2024, the day comes first."""
    iso = NUMERIC.sub(_iso, text)
    if found := _asked(iso, language):
        return found
    if (tail := _FULL_CLOCK.search(iso)) and (found := _asked(iso[: tail.start()], language)):
        return Notation(days=found.days, clock=clock(tail[1]))
    return None


def _iso(found: re.Match[str]) -> str:
    return numeric(int(found[1]), int(found[3]), int(found[4]))[0].isoformat()


def _asked(text: str, language: str | None) -> Notation | None:
    try:
        answer = _parser(language).get_date_data(text)
    except (ValueError, OverflowError, RecursionError):
        return None
    moment = answer.date_obj
    if moment is None or not _stands_in(moment.date(), text):
        return None
    return Notation(
        days=(moment.date(),),
        clock=moment.time() if answer.period == "time" else None,
        zone=_offset(moment),
    )


def _stands_in(day: date, text: str) -> bool:
    """dateparser completes and corrects; what it made up does not count."""
    numbers = {int(digits) for digits in re.findall(r"\d+", text)}
    return day.year in numbers and day.day in numbers


def _offset(moment: datetime) -> str | None:
    return moment.strftime("%z")[:5] if moment.tzinfo else None


@cache
def _parser(language: str | None) -> DateDataParser:
    from dateparser.data.languages_info import language_order
    from dateparser.date import DateDataParser

    languages = [language] if language in language_order else None
    return DateDataParser(languages=languages, settings=_SETTINGS, try_previous_locales=False)
