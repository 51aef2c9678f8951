"""The whole way from an article to its events, and its single steps for those who want to look between."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from timeline.explanations import explained
from timeline.mentions import Reference, tag
from timeline.mentions.links import ranges
from timeline.model import Article, Event, Timex


class BadReference(ValueError):
    """The moment to read from is no date and no timestamp; the message names it."""


def reference(published: str) -> Reference:
    """From ``2024-09-20``, or a timestamp with or without a zone: the publisher's own day and clock are kept."""
    try:
        moment = datetime.fromisoformat(published.strip())
    except ValueError:
        raise BadReference(f"{published!r} is no date: write 2024-09-20 or 2024-09-20T17:01:00+01:00") from None
    return Reference(moment.replace(tzinfo=None), moment.tzinfo)


def article_reference(article: Article) -> Reference:
    zone = ZoneInfo(article.zone) if article.zone else article.published.tzinfo
    return Reference(article.published.replace(tzinfo=None), zone)


def timexes(article: Article) -> tuple[Timex, ...]:
    """The expressions of headline and body, in order, a range as one; offsets count ``article.text``'s characters."""
    spans = (article.title_span,) if article.title_span else ()
    found = tag(article.text, article_reference(article), article.language, (*spans, *article.body))
    return ranges(found, article.text)


def events(article: Article, *, every: bool = False) -> tuple[Event, ...]:
    """The article's events in the order of a timeline, each time with its explanation.

    ``every`` gives also what is told without a time of its own.
    """
    from timeline.events import events_of
    from timeline.languages import cues

    found = events_of(article, timexes(article), cues(article.language), every=every)
    return tuple(replace(event, when=explained(event.when)) for event in found)
