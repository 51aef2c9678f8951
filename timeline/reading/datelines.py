"""The place and day with which an agency opens a story: ``PARIS, Sept. 20 (Agency) - The minister …``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline.reading.words import StampWords

_LONGEST = 150
_DASHES = "-–—"
_PLACE = r"[^\W\d_a-zß-ÿ](?:[^\W\d_a-zß-ÿ]|[ .,/'’-](?=[^\s]))*[^\W\d_a-zß-ÿ.]"
_TITLED = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s[^\W\d_a-zß-ÿ][\w.'’-]*){0,3}"


@dataclass(frozen=True, slots=True)
class Dateline:
    """``length`` is the number of characters before the story; ``day`` the day as written, where it has a year."""

    length: int
    day: str | None


def dateline(paragraph: str, words: StampWords) -> Dateline | None:
    """What opens a paragraph: a place in capitals, or any place with an agency in brackets, up to its dash."""
    opening = paragraph[:_LONGEST]
    found = _pattern(words).match(opening) if any(dash in opening for dash in _DASHES) else None
    if found is None:
        return None
    day = found["day"] or found["later"]
    return Dateline(found.end(), day if day and re.search(r"\d{4}", day) else None)


@cache
def _pattern(words: StampWords) -> re.Pattern[str]:
    month = "(?:" + "|".join(sorted(map(re.escape, words.months), key=len, reverse=True)) + r")\b\.?"
    day = rf"(?i:{month}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{month}(?:\s\d{{4}})?)"
    agency = r"\((?=[^()]*[^\W\d_a-z])[^()]{2,40}\)"
    caps = rf"{_PLACE}(?:,\s(?!{day}){_TITLED}\.?)?(?:,?\s(?P<day>{day}))?(?:,?\s{agency})?"
    titled = rf"{_TITLED}(?:,\s(?!{day}){_TITLED}\.?)?(?:,?\s(?P<later>{day}))?,?\s{agency}"
    return re.compile(rf"(?:{caps}|{titled})\s?(?:--|[-–—])\s?(?=[\"“‘'(]?[^\W_a-zß-ÿ])")
