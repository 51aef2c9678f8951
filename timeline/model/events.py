"""Events, and who tells of them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from timeline.members import direct
from timeline.model.article import Span
from timeline.model.times import When
from timeline.records import record


@direct
class Status(StrEnum):
    """Whether an event took place, apart from when."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    POSSIBLE = "possible"
    DENIED = "denied"


@direct
class Grounds(StrEnum):
    """Where an event's time comes from: words of its own clause, the day its story had come to, or the publication."""

    EXPRESSION = "expression"
    STORY = "story"
    PUBLICATION = "publication"


@record(frozen=True, slots=True)
class Reason:
    """What decided a status: the kind of ``cue`` ("modality", "negation") and its ``words`` as written."""

    cue: str
    words: str


@record(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so: the article and the sentence, with the sentence's place in the stored text.

    ``marks`` are the time expressions inside the quote, as offsets into the quote; ``language`` is the quote's.
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
    language: str = "en"


@direct
class Stage(StrEnum):
    """A step in the life of a plan; ``SILENT``: its date went by and no report says what came of it."""

    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    MOVED = "moved"
    CANCELLED = "cancelled"
    HAPPENED = "happened"
    SILENT = "silent"


@record(frozen=True, slots=True, kw_only=True)
class Step:
    """What a source told of a plan, and for when; ``source`` is ``None`` where nobody told anything."""

    stage: Stage
    when: When
    source: Source | None = None


@record(frozen=True, slots=True, kw_only=True)
class Account:
    """One of several accounts of a happening that cannot all be true, and who gives it."""

    when: When
    status: Status
    sources: tuple[Source, ...]


@record(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, is happening, is planned, may happen or was denied, with its time and sources.

    ``reason`` is what decided the status, ``None`` where a plain past or present did. ``grounds`` says where the
    time comes from and ``confidence``, 0..1, how sure that is. ``participants`` and ``places`` are names as written.

    ``voices`` is how many tell it independently of each other: copies of one text and the articles of one publisher
    are one voice. ``accounts`` is empty unless sources contradict each other; ``life`` unless it was ever planned.
    """

    id: str
    headline: str
    status: Status
    when: When
    sources: tuple[Source, ...]
    importance: float
    reason: Reason | None = None
    grounds: Grounds = Grounds.EXPRESSION
    confidence: float = 1.0
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    voices: int = 1
    accounts: tuple[Account, ...] = ()
    life: tuple[Step, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Damaged(Event):
    """An event whose stored record cannot be read: ``headline`` says so, and its source quotes nothing.

    Time, status and importance are those of its place in the timeline, as far as it has one. Where the record's times
    alone are on no calendar, the rest of it is told, and ``when.text`` are the words that name the time.
    """
