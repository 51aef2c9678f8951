"""What an article tells, sentence by sentence: the words of each and the days that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.interval import Granularity
from timeline.model import Article, Span, Timex
from timeline.syntax.cues import Cues
from timeline.syntax.sentences import sentences as parted

_WORD = re.compile(r"\w\w+")
_YEAR = re.compile(r"\d{4}")
_NOW = "PRESENT_REF"
_SMALL = (
    *("determiners", "pronouns", "persons", "prepositions", "adverbs", "coordinators", "complementizers", "relatives"),
    *("questions", "conditionals", "subordinators", "contrasts", "possessives", "negations", "reporting", "saying"),
    *("be_present", "be_past", "be_bare", "have_present", "have_past", "do_present", "do_past", "infinitive"),
    *("will", "would", "must", "may", "can"),
)


class Sentence(NamedTuple):
    """Where a sentence stands in its article, and the days it names, in order."""

    span: Span
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A sentence as it stands in its article, and the ``days`` it names, in order.

    ``place`` is its number there, from 0, and ``start`` that of its first character in the article's text;
    ``published`` is the article's day. ``words`` are in lower case and without those that every text is full of;
    ``turning``: one of them is of an event that turns a story.
    """

    article: str
    published: date
    place: int
    start: int
    text: str
    words: frozenset[str]
    days: tuple[date, ...] = ()
    turning: bool = False


def sentences(article: Article, timexes: Sequence[Timex], cues: Cues) -> tuple[Sentence, ...]:
    """The sentences of the article's body, in order, and the days they name."""
    starts = [timex.start for timex in timexes]
    unbroken = tuple(Span(timex.start, timex.end) for timex in timexes)
    published = article.published.date()
    found = []
    for span in (span for paragraph in article.body for span in parted(article.text, paragraph, cues, unbroken)):
        inside = timexes[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        days = {day for timex in inside if (day := _day(timex, published)) is not None}
        found.append(Sentence(span, tuple(sorted(days))))
    return tuple(found)


def tellings(
    article: Article, sentences: Sequence[Sentence], cues: Cues, milestones: frozenset[str]
) -> Iterator[Telling]:
    """What the sentences of the article tell."""
    small, published = _small(cues), article.published.date()
    for place, (span, days) in enumerate(sentences):
        text = article.text[span.start : span.end]
        words = frozenset(_WORD.findall(text.lower())) - small
        yield Telling(
            article=article.id,
            published=published,
            place=place,
            start=span.start,
            text=text,
            words=words,
            days=days,
            turning=not milestones.isdisjoint(words),
        )


def words_of(query: str) -> frozenset[str]:
    """The words of a query that can be looked for: two letters or fewer are in too many sentences."""
    return frozenset(word for word in _WORD.findall(query.lower()) if len(word) > 2)


def _day(timex: Timex, published: date) -> date | None:
    """The day that is named, ``None`` for anything longer, for "now", and for a stamp of the publication itself."""
    when = timex.when
    if when.interval is None or when.interval.start is None or when.approximate or when.timex.value == _NOW:
        return None
    if when.granularity > Granularity.DAY or when.timex.type not in ("DATE", "TIME"):
        return None
    day = when.interval.start.date()
    return None if day == published and _YEAR.search(when.text) else day


@lru_cache(maxsize=16)
def _small(cues: Cues) -> frozenset[str]:
    return frozenset().union(*(getattr(cues, table) for table in _SMALL))
