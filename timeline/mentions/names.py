"""Words of time that are somebody's or something's name: Jan Kavan, the Daily Mail, USA Today, "60 Minutes"."""

from __future__ import annotations

from timeline.grammar.context import Doubts
from timeline.grammar.tokens import BREAK, Words
from timeline.grammar.window import Found

_QUOTES = frozenset("\"'“”‘’«»„")
_ENDS = frozenset(".!?:")


def named(words: Words, found: Found, doubts: Doubts) -> bool:
    last = words.words[found.last - 1]
    if last in doubts.titles:
        return _programme(words, found)
    if found.last - found.first > 1:
        return False
    if last in doubts.papers:
        return _capital_inside(words, found.first)
    if last in doubts.given:
        led = found.first and words.words[found.first - 1] in doubts.given[last]
        return _before_name(words, found.first) and not led
    return last in doubts.openers and _opens(words, found.first)


def _programme(words: Words, found: Found) -> bool:
    """A common word with a capital, in quotation marks or behind a name in capitals."""
    text, first, last = words.text, words.starts[found.first], words.starts[found.last - 1]
    if not (text[last].isupper() and text[last + 1 : last + 2].islower()):
        return False
    if found.last - found.first > 1:
        return first > 0 and text[first - 1] in _QUOTES
    before = text[words.starts[found.first - 1] : words.ends[found.first - 1]] if found.first else ""
    return len(before) > 1 and before.isupper() and before.isalpha() and words.gap(found.first) == " "


def _opens(words: Words, place: int) -> bool:
    """Whether it only begins a sentence ("Now, he said")."""
    end = words.ends[place]
    return words.text[words.starts[place]].isupper() and words.text[end : end + 1] == ","


def _capital_inside(words: Words, place: int) -> bool:
    gap = words.gap(place)
    return words.text[words.starts[place]].isupper() and gap != BREAK and _ENDS.isdisjoint(gap)


def _before_name(words: Words, place: int) -> bool:
    after = place + 1
    return after < len(words.words) and words.gap(after) == " " and words.text[words.starts[after]].isupper()
