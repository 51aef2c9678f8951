"""Where sentences begin and end. One pass over the text; no sentence crosses the border of its span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.model import Span, Timex
from timeline.syntax.cues import Cues, Words

_STOP = re.compile(
    r"[.!?…\n](?:(?<=\n)\s*(?=(?P<below>\S))"
    r"|(?<!\n)(?P<more>[.!?…]*)[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*(?P<word>\w[\w'’]*)?))"
)
_LAST_WORD = re.compile(r"[\w.'’-]*$")
_CLOSED = frozenset('.!?…"”’»:')
_LONGEST_WORD = 24
_SHORT_LINE = 60
_LONGEST = 1000


def sentences(text: str, span: Span, cues: Cues, unbroken: Sequence[Span | Timex] = ()) -> list[Span]:
    """The sentences of a span in order, without the white space around them.

    No sentence ends inside one of the ``unbroken`` spans (sorted), as "9 a.m. Monday". What goes on for more
    than ``_LONGEST`` characters is no sentence that anybody wrote, and is cut.
    """
    found: list[Span] = []
    start = span.start
    for end in _ends(text, span, cues, unbroken):
        _add(found, text, start, end)
        start = end
    _add(found, text, start, span.end)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while end - start > _LONGEST and (gap := text.rfind(" ", start + 1, start + _LONGEST)) > start:
        _add(found, text, start, gap)
        start = gap
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends(text: str, span: Span, cues: Cues, unbroken: Sequence[Span | Timex]) -> Iterator[int]:
    held, line = iter(unbroken), span.start
    keep = next(held, None)
    for stop in _STOP.finditer(text, span.start, span.end):
        begin, end = stop.span()
        if stop["below"] is not None:
            begin = _before_space(text, span.start, begin)
            parted, line = _line_ends(text, stop, begin, line), end
        else:
            parted = _sentence_ends(text, stop, cues)
        while keep is not None and keep.end <= begin:
            keep = next(held, None)
        if parted and not (keep is not None and keep.start < end < keep.end):
            yield end


def _before_space(text: str, first: int, place: int) -> int:
    while place > first and text[place - 1].isspace():
        place -= 1
    return place


def _line_ends(text: str, stop: re.Match[str], begin: int, line: int) -> bool:
    """A line break parts sentences unless it only wraps a long line; what is written ends at ``begin``."""
    before = text[begin - 1 : begin]
    if stop[0].count("\n") > 1 or before in _CLOSED:
        return True
    return not stop["below"].islower() and begin - line < _SHORT_LINE


def _sentence_ends(text: str, stop: re.Match[str], cues: Cues) -> bool:
    word = stop["word"] or ""
    if word[:1].islower():
        return False
    if stop["more"] or text[stop.start()] != ".":
        return True
    before = _last_word(text[max(0, stop.start() - _LONGEST_WORD) : stop.start()])
    if "." in before:
        return before.islower() or _opens_sentence(word, cues)
    if len(before) == 1 and before.isupper():
        return before == "I" or _opens_sentence(word, cues)
    return before.lower() not in cues.abbreviations


def _last_word(text: str) -> str:
    word = text.rpartition(" ")[2]
    if word.isalpha():
        return word
    found = _LAST_WORD.search(text)
    return found[0] if found else ""


def _opens_sentence(word: str, cues: Cues) -> bool:
    openers: tuple[Words, ...] = (cues.determiners, cues.pronouns, cues.subordinators, cues.contrasts)
    return any(word.lower() in table for table in openers)
