"""How dates are written in a language that has no grammar: shapes, filled in with the names of dateparser's data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

_NAMES = "january february march april may june july august september october november december"
_BUDDHIST_YEARS_AHEAD = {"th": 543}
_ALIASES = {"no": "nb", "iw": "he", "in": "id"}
_SPACE = r"[ .'’\-\u00a0\u202f]{0,2}\n?"
_CONNECTING = ("de", "del", "di", "do", "den", "ta")
_LONGEST_CONNECTION = 8
_FULL_NAME = 4

_DAY = r"(?<![\d.,/:])(?<!\d-)(?P<day>\d{1,2})(?!\d)(?:er|re|º|ª|°)?"
_YEAR = r"(?P<year>\d{4})(?!\d|[.,:]\d)"
_RECENT = r"(?P<year>(?:19|20)\d\d)(?<!00)(?!\d|[.,:/\-]\d|[ \u00a0]?[%‰€$£¥°])"
_FIGURES = (
    r"(?<![\d.,/:\-])(?P<year>\d{4})(?P<sep>[\-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d|[\-/]\d)",
    r"(?<![\d.,/:\-])(?P<first>\d{1,2})(?P<sep>[\-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})(?!\d|[\-/]\d)",
)
_LONELY = (r"(?<=\()" + _RECENT + r"(?=\))", *(rf"(?<=\b\w{{{n}}}[ \u00a0])" + _RECENT for n in range(1, 5)))
_NAMED_GROUP = re.compile(r"(\(\?P[<=])(\w+)")


@dataclass(frozen=True, eq=False)
class Locale:
    """``pattern`` finds written dates in groups named ``year3``, ``month3``, ``day3``, ``first1``, ``second1``.

    ``months`` are names in lower case, ``full`` those that need no year beside them to be months. ``month_first``
    tells how 3/4/2024 is read; ``years_ahead`` is by how much the years of another calendar in use are ahead.
    """

    months: Mapping[str, int]
    full: frozenset[str]
    pattern: re.Pattern[str]
    month_first: bool
    years_ahead: int


@lru_cache(maxsize=32)
def locale(language: str) -> Locale:
    """Of a language that dateparser does not have, only dates in figures and years are known."""
    data = _data(_ALIASES.get(language, language))
    months = {name: n for n, month in enumerate(_NAMES.split(), 1) for name in _words(data, month) if len(name) > 1}
    order = str(data.get("date_order", "DMY"))
    shapes = (*_FIGURES, *(_written(data, months, order) if months else ()), *_LONELY)
    pattern = "|".join(_NAMED_GROUP.sub(rf"\1\g<2>{number}", shape) for number, shape in enumerate(shapes))
    longest = {number: max(map(len, _names_of(months, number))) for number in months.values()}
    full = frozenset(name for name, number in months.items() if len(name) >= min(_FULL_NAME, longest[number]))
    ahead = _BUDDHIST_YEARS_AHEAD.get(language, 0)
    return Locale(months, full, re.compile(pattern, re.IGNORECASE), order == "MDY", ahead)


def _data(language: str) -> Mapping[str, object]:
    from dateparser.data.languages_info import language_order

    if language not in language_order:
        return {}
    info: Mapping[str, object] = import_module(f"dateparser.data.date_translation_data.{language}").info
    return info


def _words(data: Mapping[str, object], *kinds: str) -> list[str]:
    """Entries with letters, in lower case, without the dot of an abbreviation."""
    entries = (entry for kind in kinds for entry in _strings(data.get(kind)))
    return [entry.lower().strip().rstrip(".") for entry in entries if any(map(str.isalpha, entry))]


def _strings(entries: object) -> Iterable[str]:
    return (entry for entry in entries if isinstance(entry, str)) if isinstance(entries, list) else ()


def _names_of(months: Mapping[str, int], number: int) -> list[str]:
    return [name for name, month in months.items() if month == number]


def _written(data: Mapping[str, object], months: Mapping[str, int], order: str) -> list[str]:
    """The shapes of dates with a month's name, the longest first of those that begin alike."""
    unspaced = data.get("no_word_spacing") == "True" or any(name[0].isdigit() for name in months)
    begins, ends = (r"(?<!\d)", "") if unspaced else (r"(?<![^\W_])", r"(?![^\W_])")
    month = rf"{begins}(?P<month>{_any_of(months)}){ends}"
    years, day_word = _words(data, "year"), f"(?:{_any_of(_words(data, 'day'))})"
    connecting = (word for word in (*_words(data, "pertain", "skip"), *years) if len(word) <= _LONGEST_CONNECTION)
    gap = rf"{_SPACE}(?:(?:{_any_of([*connecting, *_CONNECTING])}){_SPACE})?"
    day = f"{_DAY}{day_word}?{ends}"
    marked_day = rf"{_DAY}(?:{day_word}|(?=-|\s{day_word}))"
    by_order = {
        "YMD": [f"{_YEAR}{gap}{month}{gap}{day}", f"{_YEAR}{gap}{month}", f"{month}{gap}{marked_day}"],
        "MDY": [rf"{month}\s{day}(?!,?\s\d{{4}})"],
    }
    return [
        *by_order.get(order, []),
        f"{day}{gap}{month}{gap}{_YEAR}",
        f"{day}{gap}{month}",
        rf"{month}\s{day},?\s{_YEAR}",
        f"{month}{gap}{_YEAR}",
        *(rf"{_RECENT if len(word) == 1 else _YEAR}\s?{re.escape(word)}{ends}" for word in years),
    ]


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
