"""From a submission to an article."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from timeline.languages import DEFAULT, furniture
from timeline.languages.detection import language
from timeline.model import Article
from timeline.reading.identity import article_id
from timeline.reading.layout import Layout, layout
from timeline.reading.material import Material, plain
from timeline.reading.publication import publication
from timeline.reading.published import not_ahead
from timeline.submission import Submission

_LONGEST_TITLE = 120
_FAR = 1000
_FIRST_SENTENCE = re.compile(r"(?:\S+\s+){3,}?\S*[.!?…。！？؟।]['\"”’»›)]*(?=\s|$)")


def read(submission: Submission, *, zone: ZoneInfo, now: datetime) -> Article:
    """The article of a submission. ``zone`` holds for publication times that name none; ``now`` is aware.

    Raises Unreadable, and its kinds.
    """
    material = _told(plain(submission) if submission.html is None else _page(submission, now))
    found = layout(material.text, material.title, furniture(_primary(material.language)))
    appeared = not_ahead(publication(submission.published, material, found, zone), now=now)
    article = Article(
        id="",
        text=material.text,
        title=_title(material, found),
        published=appeared.published,
        day_only=appeared.day_only,
        zone=_home(appeared.published, zone),
        title_span=found.title,
        body=found.body,
        url=material.url,
        publisher=material.publisher,
        language=_primary(material.language),
        topics=tuple(submission.topics),
    )
    return replace(article, id=article_id(submission, article))


def _home(published: datetime, zone: ZoneInfo) -> str | None:
    """The configured zone where the publisher's clock agrees with it at that moment."""
    return zone.key if published.astimezone(zone).utcoffset() == published.utcoffset() else None


def _page(submission: Submission, now: datetime) -> Material:
    from timeline.reading.page import page

    return page(submission, now)


def _told(material: Material) -> Material:
    """With its language, where the text tells one that nobody stated."""
    found = DEFAULT if material.language else language(material.text)
    return material if found == DEFAULT else replace(material, language=found)


def _primary(tag: str | None) -> str:
    return (tag or DEFAULT).split("-")[0].lower()


def _title(material: Material, found: Layout) -> str:
    """The headline in the text, the given one, or the first sentence, shortened."""
    if found.title is not None:
        return material.text[found.title.start : found.title.end]
    if material.title is not None:
        return material.title
    first = found.body[0]
    words = " ".join(material.text[first.start : min(first.end, first.start + _FAR)].split())
    sentence = _FIRST_SENTENCE.match(words)
    return _shortened(sentence[0] if sentence else words)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
