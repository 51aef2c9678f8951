"""An event out of what a clause tells."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline.events.headline import headline
from timeline.events.importance import confidence, importance
from timeline.events.names import names
from timeline.events.status import reading
from timeline.events.told import Told
from timeline.model import Article, Event, Grounds, Source, Span, Timex, When
from timeline.syntax.cues import Cues


class Asked(NamedTuple):
    """An article with what is known of it, and where each of its ``timexes`` begins.

    ``every``: also what no timeline wants, such as all that was said.
    """

    article: Article
    timexes: Sequence[Timex]
    starts: Sequence[int]
    cues: Cues
    every: bool
    explained: Callable[[When], When]


class Found(NamedTuple):
    """An event with the words of its clause, by which repetitions are known."""

    event: Event
    words: frozenset[str]


class Place(NamedTuple):
    """Where a sentence stands: ``position`` is 0 at the beginning of the body, 1 at its end."""

    sentence: Span
    position: float


def found(asked: Asked, place: Place, told: Told, grounds: Grounds = Grounds.EXPRESSION) -> Found:
    article, cues, when = asked.article, asked.cues, told.when
    status, reason = reading(told, article.text)
    quote = article.text[place.sentence.start : place.sentence.end]
    key = "\x1f".join((article.id, " ".join(quote.split()), str(told.home), str(when.interval), status.value))
    who, where = names(told, article.text, cues)
    sure = confidence(when, grounds, place.position)
    event = Event(
        id=hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32],
        headline=headline(told, article.text, cues),
        status=status,
        when=asked.explained(when),
        sources=(_source(article, place.sentence, quote, told),),
        importance=importance(place.position, when, status, sure),
        reason=reason,
        grounds=grounds,
        confidence=sure,
        participants=who,
        places=where,
    )
    return Found(event, _words(told))


def _source(article: Article, sentence: Span, quote: str, told: Told) -> Source:
    timex = told.timex
    return Source(
        article=article.id,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        published=article.published,
        quote=quote,
        start=sentence.start,
        end=sentence.end,
        marks=(Span(timex.start - sentence.start, timex.end - sentence.start),) if timex else (),
        language=article.language,
    )


def _words(told: Told) -> frozenset[str]:
    sentence = told.sentence
    if len(sentence.clauses) == 1:
        return frozenset([token.word for token in sentence.tokens if token.word.isalnum()])
    pairs = zip(sentence.tokens, sentence.owner, strict=True)
    own = sentence.below(told.home, asides=False)
    return frozenset([token.word for token, owner in pairs if owner in own and token.word.isalnum()])
