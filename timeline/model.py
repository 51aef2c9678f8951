"""The records that pass from stage to stage. All frozen; every stage makes new ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.interval import Granularity, Interval


class Status(StrEnum):
    """Whether an event took place, apart from when."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as read: what was published, when, and which parts of its text are the story itself.

    ``text`` is the stored text; every offset in the system counts its characters. ``title_span`` is where
    the headline stands in it (``None`` when the title came from outside the text); ``body`` are the
    paragraphs of the story in order, without headline and furniture. ``published`` is aware, in the
    publisher's own zone; ``day_only`` says that only its day is known. ``zone`` is the IANA name of that zone where
    it is known: clock times of other seasons have another offset.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexValue:
    """TIMEX3 attributes (ISO-TimeML): ``type`` is DATE, TIME, DURATION or SET."""

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A resolved time: the interval that an event happened *within*, and where that interval comes from.

    ``interval`` is ``None`` for durations and sets, which have no place on the calendar. ``offset`` is the
    offset from UTC in minutes that belongs to the interval's clock times, ``None`` where none is known.
    ``anchor`` names what the expression was counted from (a date, or the words it hangs on);
    ``explanation`` is one sentence of derivation for a reader.
    """

    interval: Interval | None
    granularity: Granularity
    timex: TimexValue
    text: str
    approximate: bool = False
    offset: int | None = None
    anchor: str | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression found in a text: ``text[start:end]``, what it means, and the rule that read it.

    ``closes``: it is the end of a range that the expression before it begins.
    """

    start: int
    end: int
    when: When
    rule: str
    closes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so: the article and the sentence, with the sentence's place in the stored text.

    ``marks`` are the time expressions inside the quote, as offsets into the quote.
    """

    article: str
    title: str
    url: str | None
    publisher: str | None
    published: datetime
    quote: str
    start: int
    end: int
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, is happening, is planned, may happen or was denied, with its time and sources."""

    id: str
    headline: str
    status: Status
    when: When
    sources: tuple[Source, ...]
    importance: float


@dataclass(frozen=True, slots=True)
class Topic:
    """``slug`` is the address (lower case, hyphens), ``title`` what people read."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One page of a topic's events in order of (earliest, latest, id).

    ``count`` is the number of events of the whole topic; ``next`` the cursor of the following page.
    """

    topic: Topic
    as_of: datetime
    count: int
    events: tuple[Event, ...]
    next: str | None = None
