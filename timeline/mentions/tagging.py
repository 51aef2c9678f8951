"""From a text to its time expressions, resolved in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.algebra.operators import Anchors
from timeline.grammar.rules import Grammar
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.languages import MODULES, grammar
from timeline.mentions.counted import counted
from timeline.mentions.eras import eras, with_years
from timeline.mentions.figures import order
from timeline.mentions.foreign import foreign
from timeline.mentions.links import parts
from timeline.mentions.live import stamped
from timeline.mentions.passages import stories
from timeline.mentions.plausible import plausible
from timeline.mentions.resolve import Reference
from timeline.mentions.sharing import shared
from timeline.mentions.telling import Telling
from timeline.model import Impossible, Span, Timex

_Piece = tuple[int, Words, list[Found]]
"""Where a part of the text begins, its words, and what was found in them."""


def tag(text: str, reference: Reference, language: str = "en", spans: tuple[Span, ...] = ()) -> tuple[Timex, ...]:
    """Every expression of the text, or of the given spans of it, in order; offsets count the text's characters."""
    return tuple(found for found in read(text, reference, language, spans) if isinstance(found, Timex))


def read(
    text: str, reference: Reference, language: str = "en", spans: tuple[Span, ...] = ()
) -> Iterator[Timex | Impossible]:
    """As ``tag``, with the dates that were written and do not exist."""
    if language not in MODULES:
        yield from foreign(text, reference, language, spans)
        return
    here = grammar(language)
    pieces = _pieces(text, here, spans or (Span(0, len(text)),))
    figures = order((one.meaning for _, _, ones in pieces for one in ones), reference)
    anchors = Anchors(reference.day, reference.day, reference.day, None, figures.day_first)
    told = stories(((words, ones) for _, words, ones in pieces), here, anchors)
    telling = Telling(here, reference, told, figures)
    for start, words, ones in pieces:
        yield from telling.timexes(words, ones, start)


def _pieces(text: str, grammar: Grammar, spans: tuple[Span, ...]) -> list[_Piece]:
    pieces = [(span.start, Words(text[span.start : span.end])) for span in spans]
    links, dotted = grammar.links, grammar.matcher.dotted
    found = [(start, words, list(_plausible(words, grammar))) for start, words in pieces]
    found = [(start, words, shared(words, ones, links, dotted)) for start, words, ones in found]
    found = [(start, words, counted(words, ones, links, grammar.tenses)) for start, words, ones in found]
    found = stamped(found)
    years = eras(one for _, _, ones in found for one in ones)
    if not years:
        return found
    return [(start, words, with_years(words, ones, years, links)) for start, words, ones in found]


def _plausible(words: Words, grammar: Grammar) -> Iterator[Found]:
    for found in grammar.matcher.found(words):
        if found.meaning is not None and plausible(words, found, grammar.doubts):
            yield from parts(grammar.links, words, found) or (found,)
