"""Whether a match that could be something else (May, 1984) stands where a time would stand."""

from __future__ import annotations

from timeline.algebra.lengths import Period
from timeline.grammar.context import Doubts
from timeline.grammar.matching import APOSTROPHES
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.mentions.names import named

_MONEY = frozenset("$£€¥#№%")
_QUOTES = frozenset("\"'“”‘’«»„")
_AREA = 3
"""Digits before the hyphen of a telephone number."""
_STREET = 5
_RECENT = range(1800, 2060)


def plausible(words: Words, found: Found, doubts: Doubts) -> bool:
    return not named(words, found, doubts) and _stands(words, found, doubts)


def _stands(words: Words, found: Found, doubts: Doubts) -> bool:
    if isinstance(found.meaning, Period) and found.meaning.count == 1 and found.first:
        return not _amount(words, found.first - 1, doubts)
    if found.last - found.first > 1:
        return True
    word = words.words[found.first]
    if word.isdigit() and len(word) == 2:
        return _after_apostrophe(words, found.first, doubts)
    if word.isdigit():
        return _year(words, found.first, int(word), doubts)
    return word not in doubts.names or _led(words, found.first, doubts.names[word])


def _led(words: Words, place: int, leads: frozenset[str]) -> bool:
    return place > 0 and words.words[place - 1] in leads and words.gap(place) in (" ", "-", "'", ", ")


def _year(words: Words, place: int, year: int, doubts: Doubts) -> bool:
    start, end, text = words.starts[place], words.ends[place], words.text
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _MONEY or after in _MONEY or (before in _QUOTES and after in _QUOTES and before):
        return False
    if before == "-" and place > 0 and words.words[place - 1].isdigit() and len(words.words[place - 1]) == _AREA:
        return False
    if after in {".", ","} and text[end + 1 : end + 2].isdigit():
        return False
    if _address(words, place, doubts):
        return False
    return year in _RECENT or _led(words, place, doubts.leads)


def _address(words: Words, place: int, doubts: Doubts) -> bool:
    """ "1984 Main Street", "1066 North Oak Avenue": a number, names, a kind of street."""
    for ahead in range(place + 1, min(place + _STREET, len(words.words))):
        if words.gap(ahead) != " " or not words.text[words.starts[ahead]].isupper():
            return False
        if ahead > place + 1 and words.words[ahead] in doubts.streets:
            return True
    return False


def _after_apostrophe(words: Words, place: int, doubts: Doubts) -> bool:
    """The two digits of "in '98": a word that leads to a year, a space, an apostrophe."""
    start = words.starts[place]
    apostrophe, gap = words.text[start - 1 : start], words.gap(place)
    return apostrophe in APOSTROPHES and gap == " '" and place > 0 and words.words[place - 1] in doubts.leads


def _amount(words: Words, place: int, doubts: Doubts) -> bool:
    """Whether the word before a single unit of time makes it a rate."""
    word = words.words[place]
    return (word.isdigit() or word in doubts.amounts) and words.gap(place + 1) in (" ", "% ", " % ")
