"""A text's paragraphs as spans, and the shapes by which story and furniture differ."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.model import Span
from timeline.records import record

_LINE = re.compile(r"[^\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_EDGES = " \t\r\x00\xa0\u200b\u200c\u200d\u2060\ufeff\u3000\ufffd\x1f"
_END = re.compile(r"[.!?…。！？؟।](?:\s?['\"”’»›)\]}])*$")
_MARKS = " .,:;!?…\"'“”‘’*|-–—>»•[]()"
_BLANKS = (*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F)
_AROUND = _MARKS + "".join(map(chr, (*_BLANKS, 0x205F, 0x3000)))
_TAIL = 12
_WIDEST = 100
_NARROWEST = 40


@record(frozen=True, slots=True)
class Line:
    """A paragraph: ``text`` stands at ``start`` to ``end`` of the article's text; ``words`` counts its words."""

    text: str
    start: int
    end: int
    words: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def normal(self) -> str:
        return normal(self.text)

    def label(self, most: int) -> str | None:
        """``normal``, unless it has more words than that."""
        return self.normal if len(self.text.strip(_AROUND).split(maxsplit=most)) <= most else None

    @property
    def ends_sentence(self) -> bool:
        return not self.text[-1:].isalnum() and _END.search(self.text[-_TAIL:]) is not None

    @property
    def is_prose(self) -> bool:
        """A sentence or more: it ends like one, or is too long for a label or a headline."""
        return self.words >= 25 or (self.words >= 6 and self.ends_sentence)


def lines(text: str) -> list[Line]:
    """The paragraphs of a text in order: its lines, but hard-wrapped ones joined."""
    blocks = [_stripped(text, found.start(), found.end()) for found in _LINE.finditer(text)]
    return _unwrapped(text, [line for line in blocks if line is not None])


def _stripped(text: str, start: int, end: int) -> Line | None:
    raw = text[start:end]
    inner = raw.strip(_EDGES)
    if not inner.strip():
        return None
    start += raw.index(inner)
    return Line(inner, start, start + len(inner), len(inner.split()))


def _unwrapped(text: str, found: list[Line]) -> list[Line]:
    width = max((len(line.text) for line in found), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return found
    joined: list[list[Line]] = []
    for line in found:
        if joined and _continues(text, joined[-1][-1], line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [piece for block in joined for piece in _whole(text, block)]


def _continues(text: str, above: Line, below: Line, width: int) -> bool:
    """Whether the line above is full: the first word below would not have fitted in it."""
    room = width - len(above.text)
    return text.count("\n", above.end, below.start) == 1 and room <= len(below.text.split(maxsplit=1)[0])


def _whole(text: str, block: list[Line]) -> list[Line]:
    """A block of wrapped lines as one paragraph, if a sentence visibly runs on in it; else as it was."""
    runs_on = any(not above.ends_sentence and below.text[0].islower() for above, below in pairwise(block))
    if not runs_on or not block[-1].ends_sentence:
        return block
    start, end = block[0].start, block[-1].end
    return [Line(text[start:end], start, end, sum(line.words for line in block))]


def normal(text: str) -> str:
    """For comparison: words in lower case, single blanks, no punctuation at the edges."""
    return " ".join(text.casefold().split()).strip(_MARKS)
