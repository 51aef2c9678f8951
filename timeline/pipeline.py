"""The whole way from an article to its events, and its single steps for those who want to look between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from timeline.explanations import explained
from timeline.mentions import Reference, read, tag
from timeline.mentions.ranges import ranges
from timeline.model import Article, Event, Impossible, Span, Timex

if TYPE_CHECKING:
    from timeline.digest import Sentence, Telling


class BadReference(ValueError):
    """The moment to read from is no date and no timestamp; the message names it."""


def reference(published: str) -> Reference:
    """From ``2024-09-20``, or a timestamp with or without a zone: the publisher's own day and clock are kept."""
    try:
        moment = datetime.fromisoformat(published.strip())
    except ValueError:
        raise BadReference(f"{published!r} is no date: write 2024-09-20 or 2024-09-20T17:01:00+01:00") from None
    if moment.date() == date.max:
        raise BadReference(f"{published!r} is the last day of the calendar, from which nothing can be counted")
    if moment.year == datetime.max.year:
        raise BadReference(f"{published!r} is too far ahead: nothing is known of the days after the year 9999")
    return Reference(moment.replace(tzinfo=None), moment.tzinfo)


def article_reference(article: Article) -> Reference:
    zone = ZoneInfo(article.zone) if article.zone else article.published.tzinfo
    return Reference(article.published.replace(tzinfo=None), zone)


def timexes(article: Article) -> tuple[Timex, ...]:
    """The expressions of headline and body, in order, a range as one; offsets count ``article.text``'s characters."""
    return _found(article)[0]


def tagged(article: Article) -> tuple[Timex, ...]:
    """As ``timexes``, each end of a range by itself, and each with its explanation."""
    found = tag(article.text, article_reference(article), article.language, _spans(article))
    return tuple(replace(timex, when=explained(timex.when)) for timex in found)


def mentions(text: str, reference: Reference, language: str) -> list[Timex | Impossible]:
    """As ``timexes``, of a text as it stands, together with the dates in it that do not exist."""
    timexes, impossible = _parted(read(text, reference, language), text)
    return sorted([*timexes, *impossible], key=lambda found: found.start)


def _found(article: Article) -> tuple[tuple[Timex, ...], tuple[Impossible, ...]]:
    found = read(article.text, article_reference(article), article.language, _spans(article))
    return _parted(found, article.text)


def _spans(article: Article) -> tuple[Span, ...]:
    return (*((article.title_span,) if article.title_span else ()), *article.body)


def _parted(found: Iterable[Timex | Impossible], text: str) -> tuple[tuple[Timex, ...], tuple[Impossible, ...]]:
    listed = list(found)
    timexes = tuple(one for one in listed if isinstance(one, Timex))
    return ranges(timexes, text), tuple(one for one in listed if isinstance(one, Impossible))


def told(article: Article, *, every: bool = False) -> tuple[Article, tuple[Event, ...]]:
    """The article with the dates in it that do not exist, and its events in the order of a timeline.

    Each event's time has its explanation. ``every`` gives also what is told without a time of its own.
    """
    from timeline.events import events_of
    from timeline.languages import cues

    timexes, impossible = _found(article)
    read = article if impossible == article.impossible else replace(article, impossible=impossible)
    return read, events_of(read, timexes, cues(article.language), every=every, explained=explained)


def events(article: Article, *, every: bool = False) -> tuple[Event, ...]:
    """The article's events alone."""
    return told(article, every=every)[1]


def tellings(article: Article) -> tuple[Telling, ...]:
    """What the sentences of the article's body tell: a digest is made of these."""
    from timeline import digest
    from timeline.languages import cues, milestones

    language = article.language
    return tuple(digest.tellings(article, _sentences(article), cues(language), milestones(language)))


@lru_cache(maxsize=2048)
def _sentences(article: Article) -> tuple[Sentence, ...]:
    """Remembered, for a topic is asked about again when it has a few articles more."""
    from timeline import digest
    from timeline.languages import cues

    return digest.sentences(article, timexes(article), cues(article.language))
