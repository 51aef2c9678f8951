"""The one way from what a topic's articles tell to its digest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.digest.centre import centre
from timeline.digest.dates import day_weights, important
from timeline.digest.summary import Days, summary
from timeline.digest.telling import Telling, words_of
from timeline.digest.voices import voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a digest is to be: ``dates`` days between ``first`` and ``last`` (inclusive), up to ``sentences`` for each.

    ``query`` are words of what it is about; without any, the words that the articles share say that.
    """

    dates: int = 10
    sentences: int = 1
    query: str = ""
    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Entry:
    """A day and the sentences that tell of it, the best first."""

    day: date
    tellings: tuple[Telling, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(telling.text for telling in self.tellings)


Digest = tuple[Entry, ...]


def digest(articles: Iterable[Sequence[Telling]], asked: Asked) -> Digest:
    """The chosen days in order. What the articles' order was makes no difference, and copies count once."""
    heard = voices(tellings for tellings in articles if tellings and asked.covers(tellings[0].published))
    middle = centre(heard)
    query = words_of(asked.query) or middle.names
    weighed = {day: weight for day, weight in day_weights(heard, middle, query).items() if asked.covers(day)}
    chosen = sorted(important(weighed, asked.dates, _span(heard, asked)))
    days = Days(heard)
    return tuple(Entry(day, summary(days.about(day), middle, query, asked.sentences)) for day in chosen)


def _span(heard: Sequence[Sequence[Telling]], asked: Asked) -> int:
    """How many days the digest is to cover: those asked for, else those on which there were reports."""
    published = [tellings[0].published for tellings in heard]
    first, last = asked.first or min(published, default=None), asked.last or max(published, default=None)
    return (last - first).days + 1 if first and last else 1
