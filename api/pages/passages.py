"""An article's text cut at its expressions of time: headline, story, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from api.pages.dated import Dated, dated
from timeline.explanations import explained
from timeline.model import Article, Event, Span, Timex
from timeline.pipeline import timexes

LONGEST = 100_000
"""Characters up to which an article is read again for its page; beyond, its events alone mark their words."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Characters ``start`` to ``end`` of the text name a time, or one that does not exist, and ``why`` it does not."""

    number: int
    start: int
    end: int
    dated: Dated | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    expression: Expression | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; ``kind`` is headline, story or furniture, ``quoted`` where in the text its quotes begin."""

    kind: str
    pieces: tuple[Piece, ...]
    quoted: tuple[int, ...] = ()


def expressions(article: Article, events: Iterable[Event]) -> tuple[Expression, ...]:
    """In the order of the text; none overlaps another."""
    found = list(_read(article) if len(article.text) <= LONGEST else _of_events(article, events))
    found += [(each.start, each.end, None, each.why) for each in article.impossible]
    kept: list[Expression] = []
    for start, end, when, why in sorted(found, key=lambda each: each[:2]):
        if start < end and (not kept or start >= kept[-1].end):
            kept.append(Expression(len(kept) + 1, start, end, when, why))
    return tuple(kept)


_Found = tuple[int, int, Dated | None, str]


@lru_cache(maxsize=64)
def _timexes(article: Article) -> tuple[Timex, ...]:
    return timexes(article)


def _read(article: Article) -> Iterator[_Found]:
    for each in _timexes(article):
        yield each.start, each.end, dated(explained(each.when)), ""


def _of_events(article: Article, events: Iterable[Event]) -> Iterator[_Found]:
    for event in events:
        for source in event.sources:
            at = source.quote.find(event.when.text)
            if source.article == article.id and event.when.text and at >= 0:
                yield source.start + at, source.start + at + len(event.when.text), dated(event.when), ""


def passages(article: Article, events: Iterable[Event], found: Sequence[Expression]) -> tuple[Passage, ...]:
    """All of the text, paragraph by paragraph."""
    starts = sorted({each.start for event in events for each in event.sources if each.article == article.id})
    spans = [("story", span) for span in article.body]
    spans += [("headline", article.title_span)] if article.title_span else []
    cut: list[Passage] = []
    done = 0
    for kind, span in sorted(spans, key=lambda each: each[1].start):
        cut += _around(article.text, done, span.start)
        quoted = tuple(start for start in starts if span.start <= start < span.end)
        cut.append(Passage(kind, tuple(_pieces(article.text, span, found)), quoted))
        done = max(done, span.end)
    return (*cut, *_around(article.text, done, len(article.text)))


def _around(text: str, start: int, end: int) -> Iterator[Passage]:
    for line in text[start:end].split("\n"):
        if line.strip():
            yield Passage("furniture", (Piece(line.strip()),))


def _pieces(text: str, span: Span, found: Sequence[Expression]) -> Iterator[Piece]:
    done = span.start
    for each in found:
        if not span.start <= each.start < each.end <= span.end:
            continue
        if each.start > done:
            yield Piece(text[done : each.start])
        yield Piece(text[each.start : each.end], each)
        done = each.end
    if done < span.end:
        yield Piece(text[done : span.end])
