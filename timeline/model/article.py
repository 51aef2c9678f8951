"""An article as read, and stretches of its text."""

from __future__ import annotations

from datetime import datetime

from timeline.model.times import Impossible
from timeline.records import record


@record(frozen=True, slots=True)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of an article's text."""

    start: int
    end: int


@record(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as read: what was published, when, and which parts of its text are the story itself.

    ``text`` is the stored text; every offset in the system counts its characters. ``title_span`` is where
    the headline stands in it (``None`` when the title came from outside the text); ``body`` are the
    paragraphs of the story in order, without headline and furniture. ``published`` is aware, in the
    publisher's own zone; ``day_only`` says that only its day is known. ``zone`` is the IANA name of that zone where
    it is known: clock times of other seasons have another offset. ``impossible`` are the dates in it that do not exist,
    once its expressions have been read.
    """

    id: str
    text: str
    title: str
    published: datetime
    day_only: bool = False
    zone: str | None = None
    title_span: Span | None = None
    body: tuple[Span, ...] = ()
    url: str | None = None
    publisher: str | None = None
    language: str = "en"
    topics: tuple[str, ...] = ()
    impossible: tuple[Impossible, ...] = ()
