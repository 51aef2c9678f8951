"""The dated events of one article."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.chronology import order_key
from timeline.events.cues import Cues
from timeline.events.dating import happenings
from timeline.events.headline import headline
from timeline.events.importance import confidence, importance
from timeline.events.sides import placed
from timeline.events.status import reading
from timeline.events.told import Told
from timeline.model import Article, Event, Source, Span, Timex
from timeline.syntax.lexicon import lexicon
from timeline.syntax.parsing import parsed
from timeline.syntax.quotations import quotations
from timeline.syntax.sentences import sentences
from timeline.syntax.tagging import tokens

_ALIKE = 0.6


class Found(NamedTuple):
    """An event with the words of its clause, by which repetitions are known."""

    event: Event
    words: frozenset[str]


def events_of(article: Article, timexes: tuple[Timex, ...], cues: Cues) -> tuple[Event, ...]:
    """One event for each dated happening, in the order of a timeline. What is told twice counts once."""
    found = _once(_told(article, timexes, cues))
    new = [title for title in _titled(article, timexes, cues, found) if not any(_same(title, known) for known in found)]
    return tuple(sorted((each.event for each in (*found, *_once(iter(new)))), key=order_key))


def _titled(article: Article, timexes: Sequence[Timex], cues: Cues, found: Sequence[Found]) -> list[Found]:
    """What the headline tells at times that no sentence of the body has."""
    if article.title_span is None:
        return []
    known = {each.event.when.interval for each in found}
    inside = _within(timexes, article.title_span)
    new = any(placed(timex) not in known for timex in inside if placed(timex))
    return list(_read(article, article.title_span, timexes, cues, 0.0)) if new else []


def _told(article: Article, timexes: Sequence[Timex], cues: Cues) -> Iterator[Found]:
    first = article.body[0].start if article.body else 0
    length = max(1, article.body[-1].end - first) if article.body else 1
    for paragraph in article.body:
        yield from _read(article, paragraph, timexes, cues, (paragraph.start - first) / length)


def _read(article: Article, paragraph: Span, timexes: Sequence[Timex], cues: Cues, position: float) -> Iterator[Found]:
    inside = _within(timexes, paragraph)
    if not any(placed(timex) for timex in inside):
        return
    borders = [end for span in quotations(article.text, paragraph) for end in (span.start, span.end)]
    unbroken = tuple(Span(timex.start, timex.end) for timex in inside)
    words = lexicon(cues)
    for sentence in sentences(article.text, paragraph, cues, unbroken):
        here = _within(inside, sentence)
        if any(placed(timex) for timex in here):
            clauses = parsed(tokens(article.text, sentence, here, borders, words))
            for told in happenings(clauses, article):
                yield _event(article, sentence, told, cues, position)


def _within(timexes: Sequence[Timex], span: Span) -> list[Timex]:
    start = bisect_left(timexes, span.start, key=lambda timex: timex.start)
    end = bisect_left(timexes, span.end, lo=start, key=lambda timex: timex.start)
    return [timex for timex in timexes[start:end] if timex.end <= span.end]


def _event(article: Article, sentence: Span, told: Told, cues: Cues, position: float) -> Found:
    timex = told.timex
    status, reason = reading(told, article.text)
    quote = article.text[sentence.start : sentence.end]
    interval = timex.when.interval
    key = (article.id, " ".join(quote.split()), told.home, str(interval), status.value)
    event = Event(
        id=hashlib.sha256("\x1f".join(map(str, key)).encode("utf-8", "replace")).hexdigest()[:32],
        headline=headline(told, article.text, cues),
        status=status,
        when=timex.when,
        sources=(_source(article, sentence, quote, timex),),
        importance=importance(position, timex.when, status),
        reason=reason,
        confidence=confidence(timex.when),
    )
    return Found(event, _words(told))


def _source(article: Article, sentence: Span, quote: str, timex: Timex) -> Source:
    return Source(
        article=article.id,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        published=article.published,
        quote=quote,
        start=sentence.start,
        end=sentence.end,
        marks=(Span(timex.start - sentence.start, timex.end - sentence.start),),
    )


def _words(told: Told) -> frozenset[str]:
    pairs = zip(told.sentence.tokens, told.sentence.owner, strict=True)
    return frozenset(token.word for token, owner in pairs if owner == told.home and token.word.isalnum())


def _once(told: Iterator[Found]) -> list[Found]:
    kept: dict[object, Found] = {}
    for found in told:
        kept.setdefault((found.event.when.interval, found.event.status, found.words), found)
    return list(kept.values())


def _same(title: Found, body: Found) -> bool:
    """Whether a sentence of the body tells what the headline tells."""
    mine, theirs = title.event.when.interval, body.event.when.interval
    if mine == theirs:
        return True
    common = len(title.words & body.words)
    overlap = mine is not None and theirs is not None and mine.overlap(theirs) is not None
    return overlap and common >= _ALIKE * len(title.words)
