"""Which passages of a text tell a story with dates of its own: all of it, its history section, none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from timeline.algebra.operators import Anchors
from timeline.grammar.rules import Grammar
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.mentions.asides import mentions
from timeline.mentions.narrative import narrative
from timeline.mentions.thread import Told, thread

_Passage = tuple[Words, list[Found]]
_BREAK = "\n\n"


def stories(pieces: Iterable[_Passage], grammar: Grammar, anchors: Anchors) -> list[Told | None]:
    """For each mention in order what it is in its story; ``None`` where the text tells of its own day."""
    listed = list(pieces)
    year = anchors.publication.start.year
    if narrative((one.meaning for _, ones in listed for one in ones), year):
        return [*thread(mentions(grammar, listed), anchors)]
    told: list[Told | None] = []
    for passages, tells in _together([passage for piece in listed for passage in _passages(*piece)], year):
        if tells:
            told += thread(mentions(grammar, passages), anchors)
        else:
            told += [None for _, ones in passages for _ in ones]
    return told


def _passages(words: Words, ones: list[Found]) -> Iterator[_Passage]:
    """The paragraphs that blank lines make."""
    begin = 0
    for number in range(1, len(ones)):
        if _BREAK in words.text[words.ends[ones[number - 1].last - 1] : words.starts[ones[number].first]]:
            yield words, ones[begin:number]
            begin = number
    if ones:
        yield words, ones[begin:]


def _together(passages: list[_Passage], year: int) -> Iterator[tuple[list[_Passage], bool]]:
    """Neighbours that tell a story, and neighbours that tell none."""
    for tells, group in groupby(passages, key=lambda passage: narrative((one.meaning for one in passage[1]), year, 1)):
        yield list(group), tells
